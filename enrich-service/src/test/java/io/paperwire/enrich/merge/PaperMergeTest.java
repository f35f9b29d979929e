package io.paperwire.enrich.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperSource;
import io.paperwire.schemas.PaperStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PaperMergeTest {

  private static final Author ADA = new Author("Ada Lovelace", null, null);

  @Test
  void shouldTakeEachFieldFromTheSourceThatKnowsItBest() {
    PaperEvent file =
        Events.from("file")
            .setTitle("a title in small letters")
            .setAbstractText("An abstract.")
            .setAuthors(List.of(ADA))
            .setObservedAt(Events.MORNING.plus(Duration.ofDays(1)))
            .setDoi("10.1234/abc")
            .build();
    PaperEvent arxiv =
        Events.from("arxiv-feed").setVersion(2).setComment("8 pages").setAbstractText(" ").build();

    EnrichedPaper.Builder merged = merge(file, arxiv);

    assertThat(merged.getTitle()).isEqualTo("A title");
    assertThat(merged.getAbstractText()).isEqualTo("An abstract.");
    assertThat(merged.getAuthors()).containsExactly(ADA);
    assertThat(merged.getComment()).isEqualTo("8 pages");
    assertThat(merged.getDoi()).isEqualTo("10.1234/abc");
    assertThat(merged.getVersion()).isEqualTo(2);
    assertThat(merged.getLicense()).isNull();
    assertThat(merged.getSources())
        .containsExactly(
            new PaperSource("arxiv-feed", "2401.01234", 2),
            new PaperSource("file", "2401.01234", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // arXiv's list | that of another source, with numbers for iDs | what comes of it
        "Ada Lovelace, Alan Turing | Ada Lovelace 1, Alan M. Turing 2 | Ada Lovelace 1, Alan Turing"
            + " 2",
        "ada lovelace | Ada Lovelace 1 | ada lovelace 1",
        "J. Müller | Jörg Mueller 1 | J. Müller 1",
        "Jörg Müller | J Müller 1 | Jörg Müller 1",
        "Jane Smith, John Smith | J. Smith 1 | Jane Smith, John Smith",
        "Jane Smith | J. Smith 1, Jane Smith 2 | Jane Smith 2",
        "Jane Smith, J. Smith | J. Smith 1 | Jane Smith, J. Smith 1",
        "Jane Smith | Jane Smith 1, Jane Smith | Jane Smith",
        "Yang Yue, Yang Yue | Yang Yue 1, Yang Yue 2 | Yang Yue, Yang Yue",
        "Lovelace | Ada Lovelace 1 | Lovelace",
        "Ada Lovelace | Ada Byron 1 | Ada Lovelace",
        "Ada Lovelace 1 | Ada Lovelace 2 | Ada Lovelace 1",
        "Ada Lovelace 1, Ada Byron | Ada Byron 1 | Ada Lovelace 1, Ada Byron",
      })
  void shouldGiveAnAuthorTheOrcidIdThatAnotherSourceTells(
      String arxiv, String other, String merged) {
    PaperEvent feed = Events.from("arxiv-feed").setAuthors(Events.authors(arxiv)).build();
    PaperEvent openAlex = Events.from("openalex").setAuthors(Events.authors(other)).build();

    assertThat(merge(feed, openAlex).getAuthors()).isEqualTo(Events.authors(merged));
    assertThat(merge(openAlex, feed).getAuthors()).isEqualTo(Events.authors(merged));
  }

  @Test
  void shouldTakeTheOrcidIdOfTheBestSourceThatTellsOne() {
    PaperEvent feed =
        Events.from("arxiv-feed").setAuthors(Events.authors("A. Lovelace, A. Turing")).build();
    PaperEvent openAlex =
        Events.from("openalex").setAuthors(Events.authors("Ada Lovelace 1")).build();
    PaperEvent crossref =
        Events.from("crossref")
            .setAuthors(Events.authors("Ada Lovelace 2, Alan Turing 3"))
            .setObservedAt(Events.MORNING.plusSeconds(1))
            .build();

    assertThat(merge(openAlex, feed, crossref).getAuthors())
        .isEqualTo(Events.authors("A. Lovelace 2, A. Turing 3"));
  }

  @Test
  void shouldUniteCategoriesWithThePrimaryOneFirst() {
    PaperEvent file = Events.from("file").setCategories(List.of("stat.ML", "cs.CL")).build();
    PaperEvent arxiv = Events.from("arxiv-feed").setCategories(List.of("cs.CL", "cs.IR")).build();

    assertThat(merge(file, arxiv).getCategories()).containsExactly("cs.CL", "cs.IR", "stat.ML");
  }

  @Test
  void shouldSpanTheTimesOfAllSources() {
    PaperEvent first =
        Events.from("a")
            .setPublishedAt(Events.MORNING.minusSeconds(10))
            .setUpdatedAt(Events.MORNING.minusSeconds(5))
            .build();
    PaperEvent second =
        Events.from("b")
            .setPublishedAt(Events.MORNING.minusSeconds(8))
            .setUpdatedAt(Events.MORNING.minusSeconds(8))
            .build();

    EnrichedPaper.Builder merged = merge(first, second);

    assertThat(merged.getPublishedAt()).isEqualTo(Events.MORNING.minusSeconds(10));
    assertThat(merged.getUpdatedAt()).isEqualTo(Events.MORNING.minusSeconds(5));
    assertThat(merged.getFirstSeenAt()).isEqualTo(Events.MORNING);
  }

  @Test
  void shouldTellWhereThePaperStands() {
    PaperEvent announced = Events.from("arxiv-feed").build();
    PaperEvent withdrawn = Events.from("oai").setKind(PaperEventKind.WITHDRAWN).build();
    PaperEvent published = Events.from("crossref").setKind(PaperEventKind.PUBLISHED).build();
    PaperEvent inJournal = Events.from("crossref").setJournalRef("Nature 1 (2026)").build();

    assertThat(merge(announced).getStatus()).isEqualTo(PaperStatus.ACTIVE);
    assertThat(merge(announced, published).getStatus()).isEqualTo(PaperStatus.PUBLISHED);
    assertThat(merge(announced, inJournal).getStatus()).isEqualTo(PaperStatus.PUBLISHED);
    assertThat(merge(published, withdrawn).getStatus()).isEqualTo(PaperStatus.WITHDRAWN);
  }

  @Test
  void shouldStayPublishedWhateverElseIsToldOfIt() {
    PaperEvent published =
        Events.from("arxiv-oai").setKind(PaperEventKind.PUBLISHED).setDoi("10.1234/abc").build();
    PaperEvent crossListed =
        PaperEvent.newBuilder(published)
            .setKind(PaperEventKind.CROSS_LISTED)
            .setObservedAt(Events.MORNING.plusSeconds(1))
            .build();
    PaperEvent revised =
        PaperEvent.newBuilder(published).setKind(PaperEventKind.REVISED).setVersion(2).build();

    assertThat(merge(published, crossListed).getStatus()).isEqualTo(PaperStatus.PUBLISHED);
    assertThat(merge(published, crossListed, revised).getStatus()).isEqualTo(PaperStatus.PUBLISHED);
  }

  @Test
  void shouldNotTakeTheDoiOfThePreprintForAPublication() {
    PaperEvent arxiv = Events.from("http").setDoi("10.48550/arxiv.2401.01234").build();
    PaperEvent biorxiv =
        Events.from("biorxiv").setPaperId("doi:10.1101/1").setDoi("10.1101/1").build();

    assertThat(merge(arxiv).getStatus()).isEqualTo(PaperStatus.ACTIVE);
    assertThat(PaperMerge.merge("doi:10.1101/1", List.of(biorxiv), Events.MORNING).getStatus())
        .isEqualTo(PaperStatus.ACTIVE);
  }

  @Test
  void shouldHoldAPaperWithdrawnWhateverElseIsToldOfTheSameVersion() {
    PaperEvent withdrawn = withdrawn("arxiv-oai", 2).build();
    PaperEvent crossListed = later(withdrawn).setKind(PaperEventKind.CROSS_LISTED).build();
    PaperEvent published = later(crossListed).setKind(PaperEventKind.PUBLISHED).build();
    PaperEvent elsewhere = Events.from("arxiv-feed").setVersion(2).build();

    assertThat(merge(withdrawn, crossListed, published, elsewhere).getStatus())
        .isEqualTo(PaperStatus.WITHDRAWN);
    assertThat(merge(crossListed, elsewhere, withdrawn).getStatus())
        .isEqualTo(PaperStatus.WITHDRAWN);
    assertThat(merge(withdrawn, crossListed).getLastChange())
        .isEqualTo(PaperEventKind.CROSS_LISTED);
  }

  @Test
  void shouldTakeAWithdrawalBackWhereItsSourceStatesTheTextAnew() {
    PaperEvent withdrawn = withdrawn("arxiv-oai", 2).build();
    PaperEvent restated = later(withdrawn).setKind(PaperEventKind.REVISED).build();
    PaperEvent byHand = withdrawn("http", null).build();
    PaperEvent corrected = later(byHand).setKind(PaperEventKind.REVISED).build();

    assertThat(merge(withdrawn, restated).getStatus()).isEqualTo(PaperStatus.ACTIVE);
    assertThat(merge(byHand, Events.from("arxiv-oai").setVersion(3).build()).getStatus())
        .isEqualTo(PaperStatus.WITHDRAWN);
    assertThat(merge(byHand, corrected).getStatus()).isEqualTo(PaperStatus.ACTIVE);
  }

  @Test
  void shouldPassOverTheWithdrawalOfAVersionThatAnotherSourceHasOvertaken() {
    PaperEvent feed =
        withdrawn("arxiv-feed", 5)
            .setComment("Withdrawn by the authors")
            .setObservedAt(Events.MORNING.plus(Duration.ofDays(1)))
            .build();
    PaperEvent oai = Events.from("arxiv-oai").setVersion(6).setKind(PaperEventKind.REVISED).build();

    EnrichedPaper.Builder restored = merge(feed, oai);

    assertThat(restored.getStatus()).isEqualTo(PaperStatus.ACTIVE);
    assertThat(restored.getLastChange()).isEqualTo(PaperEventKind.REVISED);
    assertThat(restored.getComment()).isNull();
    assertThat(merge(feed, oai, withdrawn("arxiv-api", 6).build()).getStatus())
        .isEqualTo(PaperStatus.WITHDRAWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "http"})
  void shouldTakeAVersionTypedByHandForNone(String source) {
    PaperEvent mistyped = Events.from(source).setVersion(9).build();
    PaperEvent third = Events.from("arxiv-oai").setVersion(3).build();

    EnrichedPaper.Builder withdrawn = merge(mistyped, withdrawn("arxiv-feed", 3).build());

    assertThat(withdrawn.getStatus()).isEqualTo(PaperStatus.WITHDRAWN);
    assertThat(withdrawn.getVersion()).isEqualTo(3);
    assertThat(merge(withdrawn(source, 1).build(), third).getStatus())
        .isEqualTo(PaperStatus.WITHDRAWN);
    assertThat(merge(mistyped).getVersion()).isEqualTo(9);
  }

  @Test
  void shouldTellWhatHappenedLast() {
    PaperEvent announced = Events.from("arxiv-feed").setVersion(7).build();
    PaperEvent crossListed =
        Events.from("file")
            .setKind(PaperEventKind.CROSS_LISTED)
            .setObservedAt(Events.MORNING.plusSeconds(1))
            .build();

    assertThat(merge(announced, crossListed).getLastChange())
        .isEqualTo(PaperEventKind.CROSS_LISTED);
  }

  /** A correction has a kind that no reader knows. */
  @Test
  void shouldTakeACorrectionForNoNews() {
    PaperEvent revised = Events.from("openalex").setKind(PaperEventKind.REVISED).build();
    PaperEvent corrected =
        later(revised)
            .setKind(PaperEventKind.UNKNOWN)
            .setAuthors(Events.authors("Ann Roe 1"))
            .build();

    EnrichedPaper.Builder merged = merge(revised, corrected);

    assertThat(merged.getLastChange()).isEqualTo(PaperEventKind.REVISED);
    assertThat(merged.getAuthors()).isEqualTo(Events.authors("Ann Roe 1"));
    assertThat(merge(corrected).getLastChange()).isEqualTo(PaperEventKind.UNKNOWN);
  }

  @Test
  void shouldFindLinksInTheTextAndTellWhatTheyAre() {
    PaperEvent event =
        Events.from("arxiv-feed")
            .setLinks(List.of(new Link("code", "http://www.github.com/ada/engine/")))
            .setAbstractText(
                "Code at https://github.com/Ada/engine.git. Data (https://zenodo.org/record/1).")
            .setComment("Project: https://ada.github.io/engine, see gitlab.com/ada/notes;")
            .build();

    assertThat(merge(event).getLinks())
        .containsExactly(
            new Link("code", "http://www.github.com/ada/engine/"),
            new Link("abstract", "https://arxiv.org/abs/2401.01234"),
            new Link("data", "https://zenodo.org/record/1"),
            new Link("project", "https://ada.github.io/engine"),
            new Link("code", "https://gitlab.com/ada/notes"));
  }

  @Test
  void shouldLinkToThePageOfTheCanonicalIdIfItHasOne() {
    PaperEvent event = Events.from("file").build();

    assertThat(PaperMerge.merge("doi:10.1/x", List.of(event), Events.MORNING).getLinks())
        .containsExactly(new Link("published", "https://doi.org/10.1/x"));
    assertThat(PaperMerge.merge("seed:a-paper", List.of(event), Events.MORNING).getLinks())
        .isEmpty();
  }

  private static PaperEvent.Builder withdrawn(String source, @Nullable Integer version) {
    return Events.from(source).setVersion(version).setKind(PaperEventKind.WITHDRAWN);
  }

  private static PaperEvent.Builder later(PaperEvent event) {
    return PaperEvent.newBuilder(event).setObservedAt(event.getObservedAt().plusSeconds(1));
  }

  private static EnrichedPaper.Builder merge(PaperEvent... events) {
    return PaperMerge.merge(Events.PAPER, List.of(events), Events.MORNING);
  }
}
