package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.matching.Interest;
import io.paperwire.notify.web.catalogue.Catch;
import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.PaperStanding;
import io.paperwire.notify.web.preview.Forecast;
import io.paperwire.notify.web.preview.Preview;
import io.paperwire.topics.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PagePartsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-06-12");

  private static final ListedPaper PAPER =
      new ListedPaper(
          "arxiv:1",
          "Dark matter",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Instant.parse("2026-06-12T12:00:00Z"),
          Instant.parse("2026-06-12T12:00:00Z"),
          PaperStanding.ACTIVE,
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          0,
          false);

  private final PageRenderer renderer = new PageRenderer();

  @Test
  void shouldSendTheShortNamesOfTopicsToBeFoundBy() {
    String page = html("topics", Map.of("topics", new TopicGroups(Vocabulary.load())));

    assertThat(page)
        .containsPattern("data-names=\"LLM,[^\"]*\" href=\"/topics/large-language-models\"")
        .contains("<li><a href=\"/topics/")
        .contains("role=\"status\"");
  }

  @Test
  void shouldLinkAnAuthorToThePapersOfThatName() {
    List<AuthorLink> authors =
        List.of(AuthorLink.of("Ada Lovelace"), AuthorLink.of("The A. B. C. D. Collaboration"));

    assertThat(
            html(
                "whole",
                Map.of(
                    "paper",
                    PaperCard.whole(PAPER),
                    "authors",
                    authors,
                    "links",
                    List.of(),
                    "categories",
                    List.of(),
                    "likely",
                    List.of(),
                    "near",
                    List.of())))
        .contains(
            "<a href=\"/search?q=au%3A%22Ada+Lovelace%22\">Ada Lovelace</a>,"
                + " The A. B. C. D. Collaboration</p>");
  }

  @Test
  void shouldSayHowManyPapersOfAPreviewAreLeftOut() {
    Interest interest = new Interest.InPhrase("phrase:x", "dark matter");
    Catch caught = new Catch(DAY, true, Map.of(DAY, 8), Collections.nCopies(5, PAPER));

    PreviewLine line = PreviewLine.of(new Preview.Line(interest, "dark matter", caught, DAY, 8));

    assertThat(line.more()).isEqualTo(3);
    assertThat(line.count()).isEqualTo("8 papers on 12 Jun 2026");
    assertThat(html("preview", Map.of("preview", new PreviewPart(14, List.of(line), List.of()))))
        .contains("and 3 more</li>");
  }

  @Test
  void shouldSayHowManyInterestsOfAPreviewWereNotCounted() {
    Forecast forecast =
        new Forecast(
            List.of(),
            List.of(
                new Forecast.Left("a", Forecast.Why.TOO_LONG),
                new Forecast.Left("b", Forecast.Why.TOO_MANY),
                new Forecast.Left("c", Forecast.Why.TOO_MANY)));

    PreviewPart part = PreviewPart.asked(FormFields.parse("days=30")).with(forecast);

    assertThat(part.days()).isEqualTo(30);
    assertThat(html("preview", Map.of("preview", part)))
        .contains("2 more interests were not counted: too many at once, 20 are the most.")
        .contains("1 more interest was not counted: it took too long.");
  }

  @Test
  void shouldHeadPapersRightBelowTheHeadingOfAList() {
    Listing day = Listing.ofDay(DAY, Optional.of(DAY.minusDays(1)), Optional.empty());

    String page = list(day);

    assertThat(page)
        .contains("<h2 class=\"title\"")
        .doesNotContain("<h3")
        .containsOnlyOnce("aria-label=\"Other days\"")
        .containsOnlyOnce("aria-label=\"Other days, below the papers\"");
  }

  @Test
  void shouldFoldManyNarrowerTopics() {
    assertThat(list(Listing.ofTopic(topic(0), List.of(), topics(34))))
        .contains("<summary>Includes 34 narrower topics</summary>");
    assertThat(list(Listing.ofTopic(topic(0), List.of(), topics(8))))
        .contains("Includes</li>")
        .doesNotContain("<summary>Includes");
  }

  private String list(Listing listing) {
    return html(
        "listing",
        Map.of(
            "listing",
            listing,
            "papers",
            List.of(PaperCard.inList(PAPER)),
            "next",
            Optional.empty()));
  }

  private String html(String template, Map<String, Object> parameters) {
    return renderer.page(template, parameters).getBody().orElseThrow();
  }

  private static List<TopicLink> topics(int count) {
    return IntStream.range(0, count).mapToObj(PagePartsTest::topic).toList();
  }

  private static TopicLink topic(int number) {
    return new TopicLink("topic-" + number, "Topic " + number);
  }
}
