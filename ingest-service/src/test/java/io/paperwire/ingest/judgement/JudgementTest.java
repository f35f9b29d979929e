package io.paperwire.ingest.judgement;

import static io.paperwire.ingest.judgement.Verdict.ANNOUNCED;
import static io.paperwire.ingest.judgement.Verdict.CORRECTED;
import static io.paperwire.ingest.judgement.Verdict.CROSS_LISTED;
import static io.paperwire.ingest.judgement.Verdict.PUBLISHED;
import static io.paperwire.ingest.judgement.Verdict.REVISED;
import static io.paperwire.ingest.judgement.Verdict.UNCHANGED;
import static io.paperwire.ingest.judgement.Verdict.WITHDRAWN;
import static io.paperwire.ingest.record.SourceRecord.Announcement.CROSS_OF_NEW;
import static io.paperwire.ingest.record.SourceRecord.Announcement.CROSS_OF_OLD;
import static io.paperwire.ingest.record.SourceRecord.Announcement.HANDED_IN;
import static io.paperwire.ingest.record.SourceRecord.Announcement.NEW;
import static io.paperwire.ingest.record.SourceRecord.Announcement.REPLACEMENT;
import static io.paperwire.ingest.record.SourceRecord.Announcement.STANDING;
import static io.paperwire.ingest.record.SourceRecord.Announcement.UNSAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.Dates;
import io.paperwire.ingest.record.SourceRecord.Publication;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JudgementTest {

  /** A statement in the making. */
  private record Said(
      Announcement announcement,
      int version,
      String title,
      List<String> categories,
      Optional<String> doi,
      Optional<String> comment,
      String text) {

    static Said by(Announcement announcement, int version) {
      return new Said(
          announcement,
          version,
          "A title",
          List.of("cs.CL"),
          Optional.empty(),
          Optional.empty(),
          "Some text.");
    }

    Said title(String value) {
      return new Said(announcement, version, value, categories, doi, comment, text);
    }

    Said categories(String... values) {
      return new Said(announcement, version, title, List.of(values), doi, comment, text);
    }

    Said doi(String value) {
      return new Said(announcement, version, title, categories, Optional.of(value), comment, text);
    }

    Said comment(String value) {
      return new Said(announcement, version, title, categories, doi, Optional.of(value), text);
    }

    Said text(String value) {
      return new Said(announcement, version, title, categories, doi, comment, value);
    }

    SourceRecord record() {
      return new SourceRecord(
          new CanonicalId("arxiv:2401.01234"),
          "2401.01234",
          version == 0 ? OptionalInt.empty() : OptionalInt.of(version),
          announcement,
          title,
          Optional.of(text),
          List.of(RecordedAuthor.named("Ada Lovelace")),
          categories,
          Dates.unknown(),
          new Publication(doi, Optional.empty(), comment, Optional.empty()),
          List.of());
    }
  }

  /** The verdicts of statements that come one after the other. */
  private static List<Verdict> verdicts(Said... statements) {
    List<Verdict> verdicts = new ArrayList<>();
    Optional<Known> known = Optional.empty();
    for (Said statement : statements) {
      Judgement judgement = Judgement.of(statement.record(), known);
      verdicts.add(judgement.verdict());
      known = Optional.of(judgement.known());
    }
    return verdicts;
  }

  @Test
  void shouldAnnounceWhatIsNew() {
    assertThat(verdicts(Said.by(NEW, 1))).containsExactly(ANNOUNCED);
    assertThat(verdicts(Said.by(UNSAID, 0))).containsExactly(ANNOUNCED);
    assertThat(verdicts(Said.by(CROSS_OF_NEW, 1))).containsExactly(ANNOUNCED);
  }

  @Test
  void shouldNotAnnounceWhatIsOldElsewhere() {
    assertThat(verdicts(Said.by(CROSS_OF_OLD, 1))).containsExactly(CROSS_LISTED);
    assertThat(verdicts(Said.by(CROSS_OF_NEW, 2))).containsExactly(CROSS_LISTED);
    assertThat(verdicts(Said.by(REPLACEMENT, 3))).containsExactly(REVISED);
  }

  @Test
  void shouldAnnounceOnceThoughSeveralCategoriesTellIt() {
    assertThat(verdicts(Said.by(CROSS_OF_NEW, 1), Said.by(NEW, 1), Said.by(CROSS_OF_OLD, 1)))
        .containsExactly(ANNOUNCED, UNCHANGED, UNCHANGED);
  }

  @Test
  void shouldAnnounceWhatWasTakenForOldUntilItsOwnCategorySaysOtherwise() {
    assertThat(verdicts(Said.by(CROSS_OF_OLD, 1), Said.by(NEW, 1), Said.by(NEW, 1)))
        .containsExactly(CROSS_LISTED, ANNOUNCED, UNCHANGED);
  }

  @Test
  void shouldCompareVersionsAsNumbers() {
    assertThat(verdicts(Said.by(REPLACEMENT, 2), Said.by(REPLACEMENT, 10), Said.by(REPLACEMENT, 9)))
        .containsExactly(REVISED, REVISED, UNCHANGED);
  }

  @Test
  void shouldLeaveOldPagesThatComeBackAlone() {
    assertThat(
            verdicts(
                Said.by(NEW, 1),
                Said.by(REPLACEMENT, 2).title("Another title"),
                Said.by(NEW, 1),
                Said.by(REPLACEMENT, 2).title("Another title")))
        .containsExactly(ANNOUNCED, REVISED, UNCHANGED, UNCHANGED);
  }

  @Test
  void shouldSeeChangesWithoutVersions() {
    assertThat(
            verdicts(
                Said.by(UNSAID, 0),
                Said.by(UNSAID, 0),
                Said.by(UNSAID, 0).title("Corrected"),
                Said.by(UNSAID, 0)))
        .containsExactly(ANNOUNCED, UNCHANGED, REVISED, REVISED);
  }

  @Test
  void shouldCallARevisionOnlyWhatReadersWouldReadAnew() {
    Said first = Said.by(UNSAID, 0);
    assertThat(
            verdicts(
                first,
                first.comment("8 pages"),
                first.comment("8 pages"),
                first.comment("8 pages").text("Some other text."),
                first.comment("9 pages").text("Some other text."),
                first.comment("9 pages").text("Some other text.").doi("10.1234/abc")))
        .containsExactly(ANNOUNCED, CORRECTED, UNCHANGED, REVISED, CORRECTED, PUBLISHED);
    assertThat(verdicts(Said.by(HANDED_IN, 1), Said.by(HANDED_IN, 1).comment("8 pages")))
        .containsExactly(ANNOUNCED, CORRECTED);
  }

  @Test
  void shouldTellTheReturnOfAPaperWithoutVersionsAsARevision() {
    assertThat(
            verdicts(
                Said.by(UNSAID, 0), Said.by(UNSAID, 0).comment("Withdrawn"), Said.by(UNSAID, 0)))
        .containsExactly(ANNOUNCED, WITHDRAWN, REVISED);
  }

  /** What a former version noted has no fingerprint of the text alone. */
  @Test
  void shouldLearnTheTextOfWhatAFormerVersionKnew() {
    SourceRecord said = Said.by(UNSAID, 0).record();
    Meaning meaning = Meaning.of(said);
    Known former =
        new Known(
            0,
            new Meaning(
                meaning.content(),
                0,
                meaning.publication(),
                meaning.categories(),
                meaning.categoryCount(),
                false),
            true);
    assertThat(Judgement.of(said, Optional.of(former)))
        .isEqualTo(new Judgement(UNCHANGED, new Known(0, meaning, true)));
    SourceRecord corrected = Said.by(UNSAID, 0).comment("8 pages").record();
    assertThat(Judgement.of(corrected, Optional.of(former)).verdict()).isEqualTo(REVISED);
  }

  @Test
  void shouldLetWhatWasHandedInLastStandWhateverVersionItsIdHas() {
    assertThat(
            verdicts(
                Said.by(HANDED_IN, 1),
                Said.by(HANDED_IN, 1),
                Said.by(HANDED_IN, 1).title("Corrected"),
                Said.by(HANDED_IN, 0).title("Corrected again"),
                Said.by(HANDED_IN, 0).title("Corrected again"),
                Said.by(HANDED_IN, 2).title("Corrected again"),
                Said.by(HANDED_IN, 1).title("As it was said last")))
        .containsExactly(ANNOUNCED, UNCHANGED, REVISED, REVISED, UNCHANGED, REVISED, REVISED);
  }

  @Test
  void shouldLetAVersionBeCorrectedThatSomebodyMistyped() {
    assertThat(
            verdicts(
                Said.by(HANDED_IN, 9),
                Said.by(HANDED_IN, 1),
                Said.by(HANDED_IN, 1),
                Said.by(HANDED_IN, 0)))
        .containsExactly(ANNOUNCED, REVISED, UNCHANGED, UNCHANGED);
  }

  @Test
  void shouldAnnounceNothingWhenOldRecordsAreEditedInBulk() {
    assertThat(
            verdicts(
                Said.by(STANDING, 2),
                Said.by(STANDING, 2).title("A title, cleaned up"),
                Said.by(STANDING, 2).comment("8 pages")))
        .containsExactly(UNCHANGED, UNCHANGED, UNCHANGED);
    assertThat(verdicts(Said.by(STANDING, 2).comment("Withdrawn"))).containsExactly(UNCHANGED);
    assertThat(verdicts(Said.by(NEW, 1), Said.by(NEW, 1).text("The same text, rendered anew.")))
        .containsExactly(ANNOUNCED, UNCHANGED);
  }

  @Test
  void shouldSeeWhatHappensToAnOldPaperOnceItIsKnown() {
    assertThat(
            verdicts(
                Said.by(STANDING, 2),
                Said.by(STANDING, 2).doi("10.1234/abc"),
                Said.by(STANDING, 2).doi("10.1234/abc").categories("cs.CL", "cs.AI"),
                Said.by(REPLACEMENT, 3).categories("cs.CL", "cs.AI"),
                Said.by(REPLACEMENT, 4).comment("Withdrawn")))
        .containsExactly(UNCHANGED, PUBLISHED, CROSS_LISTED, REVISED, WITHDRAWN);
  }

  @Test
  void shouldTellFurtherCategoriesFromOtherChanges() {
    assertThat(
            verdicts(
                Said.by(NEW, 1),
                Said.by(CROSS_OF_OLD, 1).categories("cs.CL", "cs.AI"),
                Said.by(CROSS_OF_OLD, 1).categories("cs.CL")))
        .containsExactly(ANNOUNCED, CROSS_LISTED, CORRECTED);
  }

  @Test
  void shouldSeePublicationOnce() {
    assertThat(
            verdicts(
                Said.by(NEW, 1),
                Said.by(REPLACEMENT, 1).doi("10.1234/abc"),
                Said.by(REPLACEMENT, 1),
                Said.by(REPLACEMENT, 1).doi("10.1234/abc")))
        .containsExactly(ANNOUNCED, PUBLISHED, UNCHANGED, UNCHANGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This paper has been withdrawn by the authors due to an error in Lemma 2",
        "Withdrawn",
        "5 pages. This submission was withdrawn because of a gap in the proof",
        "Paper withdrawn: superseded",
        "The manuscript is temporarily withdrawn",
      })
  void shouldSeeWithdrawalInTheComment(String comment) {
    assertThat(
            verdicts(
                Said.by(NEW, 1),
                Said.by(REPLACEMENT, 2).comment(comment),
                Said.by(REPLACEMENT, 2).comment(comment)))
        .containsExactly(ANNOUNCED, WITHDRAWN, UNCHANGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Supersedes the withdrawn paper arXiv:1234.5678",
        "12 pages; data of drugs that were withdrawn from the market",
        "Withdrawn submission to ICML, extended",
      })
  void shouldNotTakeOtherWithdrawnThingsForThePaper(String comment) {
    assertThat(verdicts(Said.by(NEW, 1).comment(comment))).containsExactly(ANNOUNCED);
  }

  @Test
  void shouldSeeWithdrawalInTheAbstract() {
    String withdrawn = "This paper has been withdrawn by the author due to an error in eq. 3.";
    assertThat(verdicts(Said.by(NEW, 1), Said.by(REPLACEMENT, 2).text(withdrawn)))
        .containsExactly(ANNOUNCED, WITHDRAWN);
    assertThat(verdicts(Said.by(NEW, 1).text("Withdrawn drugs are studied.")))
        .containsExactly(ANNOUNCED);
  }

  @Test
  void shouldKeepAWithdrawnPaperWithdrawnWhateverElseHappensToIt() {
    Said withdrawn = Said.by(REPLACEMENT, 2).comment("Withdrawn");
    assertThat(
            verdicts(
                Said.by(NEW, 1),
                withdrawn,
                withdrawn.categories("cs.CL", "cs.AI"),
                withdrawn.categories("cs.CL", "cs.AI").doi("10.1234/abc"),
                withdrawn.categories("cs.CL", "cs.AI").doi("10.1234/abc")))
        .containsExactly(ANNOUNCED, WITHDRAWN, WITHDRAWN, WITHDRAWN, UNCHANGED);
  }

  @Test
  void shouldTellAReturnFromWithdrawalAsARevision() {
    assertThat(
            verdicts(
                Said.by(NEW, 1),
                Said.by(REPLACEMENT, 2).comment("Withdrawn"),
                Said.by(REPLACEMENT, 3)))
        .containsExactly(ANNOUNCED, WITHDRAWN, REVISED);
  }
}
