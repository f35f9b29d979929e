package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.Clause.Contribution;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.PaperStanding;
import io.paperwire.notify.web.catalogue.PaperTopic;
import io.paperwire.notify.web.catalogue.TopicPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PaperCardTest {

  @Test
  void shouldNameTheFirstAuthorsAndCountTheRest() {
    PaperCard six = PaperCard.inList(by("A", "B", "C", "D", "E", "F"));
    assertThat(six.authors()).containsExactly("A", "B", "C", "D");
    assertThat(six.moreAuthors()).isEqualTo(2);

    PaperCard five = PaperCard.inList(by("A", "B", "C", "D", "E"));
    assertThat(five.authors()).containsExactly("A", "B", "C", "D", "E");
    assertThat(five.moreAuthors()).isZero();

    assertThat(PaperCard.whole(by("A", "B", "C", "D", "E", "F")).authors()).hasSize(6);
  }

  @Test
  void shouldShortenALongAbstractAndKeepAllOfItBehind() {
    String abstractText = "word ".repeat(200).strip();
    PaperCard card = PaperCard.inList(paper("T", Optional.of(abstractText), List.of()));
    assertThat(card.summary()).hasSizeLessThanOrEqualTo(320).endsWith("word…");
    assertThat(card.abstractText()).isEqualTo(abstractText);

    PaperCard brief = PaperCard.inList(paper("T", Optional.of("Short."), List.of()));
    assertThat(brief.summary()).isEqualTo("Short.");
    assertThat(brief.abstractText()).isEmpty();
  }

  @Test
  void shouldShowWhatIsNewInsteadOfTheBeginningOfTheAbstract() {
    ListedPaper paper =
        paper(
            "T",
            Optional.of("Much is known. We show more. It helps."),
            Optional.of("We show more."),
            List.of());
    PaperCard listed = PaperCard.inList(paper);
    assertThat(listed.summary()).isEqualTo("We show more.");
    assertThat(listed.abstractText()).isEqualTo("Much is known. We show more. It helps.");
    assertThat(PaperCard.whole(paper).summary()).isEqualTo("We show more.");
    assertThat(PaperCard.whole(paper).abstractText())
        .isEqualTo("Much is known. We show more. It helps.");

    ListedPaper brief = paper("T", Optional.of("Short."), Optional.of("Short."), List.of());
    assertThat(PaperCard.inList(brief).abstractText()).isEmpty();
    assertThat(PaperCard.whole(brief).summary()).isEmpty();
    assertThat(PaperCard.whole(brief).abstractText()).isEqualTo("Short.");
  }

  @Test
  void shouldShowTheIdWhereNothingOfTheTitleCanBeShown() {
    assertThat(PaperCard.inList(paper("\u200B\u202E ", Optional.empty(), List.of())).title())
        .isEqualTo("doi:10.1/a b");
  }

  @Test
  void shouldLinkToPagesWithEncodedPaths() {
    PaperCard card = PaperCard.inList(paper("T", Optional.empty(), List.of()));
    assertThat(card.page()).isEqualTo("/papers/doi:10.1/a%20b");
    assertThat(card.topics().getFirst().page()).isEqualTo("/topics/robotics");
    assertThat(card.places()).containsExactly("1st in Robotics this week");
    assertThat(PaperCard.whole(paper("T", Optional.empty(), List.of())).places())
        .containsExactly("1st in Robotics this week", "among the first 10 in X this week");
    assertThat(card.day()).isEqualTo(LocalDate.of(2026, 6, 12));
  }

  private static ListedPaper by(String... authors) {
    return paper("T", Optional.empty(), List.of(authors));
  }

  private static ListedPaper paper(
      String title, Optional<String> abstractText, List<String> authors) {
    return paper(title, abstractText, Optional.empty(), authors);
  }

  private static ListedPaper paper(
      String title, Optional<String> abstractText, Optional<String> summary, List<String> authors) {
    Instant listed = Instant.parse("2026-06-12T23:59:59Z");
    return new ListedPaper(
        "doi:10.1/a b",
        title,
        abstractText,
        summary,
        Optional.empty(),
        authors,
        List.of(),
        List.of(),
        Optional.of(Contribution.METHOD),
        Optional.of(listed),
        listed,
        listed,
        PaperStanding.ACTIVE,
        Optional.empty(),
        List.of(),
        List.of(new PaperTopic("robotics", "Robotics", 1)),
        List.of(new TopicPlace("robotics", "Robotics", 1), new TopicPlace("x", "X", 10)),
        0,
        false);
  }
}
