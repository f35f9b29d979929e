package io.paperwire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.index.Paper.Tag;
import io.paperwire.index.PaperReader;
import io.paperwire.notify.matching.Explanation.Miss;
import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.Interest.InQuery;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.notify.matching.WhyNot.Asked;
import io.paperwire.notify.matching.WhyNot.Asking;
import io.paperwire.notify.matching.WhyNot.Told;
import io.paperwire.notify.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WhyNotTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant SEEN = NOW.minus(Duration.ofHours(3));
  private static final Instant CONFIRMED = NOW.minus(Duration.ofDays(9));
  private static final Schedule DAILY =
      new Schedule.Daily(ZoneId.of("Europe/Berlin"), LocalTime.of(8, 0));
  private static final Told TOLD = new Told("d-1", NOW.minusSeconds(60), "sent");

  private final WhyNot whyNot = whyNot(Duration.ofMinutes(15));
  private final PaperInView paper =
      PaperInView.of(
          new PaperReader(TestTopics.vocabulary())
              .read(
                  TestPapers.paper(
                      "A survey of graph networks",
                      "Of molecules.",
                      List.of("Ada Lovelace"),
                      List.of(new Tag("rag", "Retrieval-augmented generation", 0.45, List.of())))));

  @Test
  void shouldNameTheFirstConditionThatFailed() {
    Asked known = new Asked(paper, SEEN, false);
    Asking told = asking(CONFIRMED, Optional.of(TOLD), new InPhrase("i", "protein"));
    Asking untold = asking(CONFIRMED, Optional.empty(), new InPhrase("i", "protein"));
    Asking late = asking(NOW, Optional.empty(), new InPhrase("i", "graph"));

    assertThat(whyNot.answer(told, new Asked(paper, SEEN, true), NOW)).isEqualTo(TOLD);
    assertThat(whyNot.answer(late, new Asked(paper, SEEN, true), NOW))
        .isEqualTo(new WhyNot.Withdrawn());
    assertThat(whyNot.answer(late, known, NOW)).isEqualTo(new WhyNot.KnownBefore(SEEN, NOW));
    Instant old = NOW.minus(Duration.ofDays(181));
    assertThat(
            whyNot.answer(
                asking(Instant.EPOCH, Optional.empty(), new InPhrase("i", "graph")),
                new Asked(paper, old, false),
                NOW))
        .isEqualTo(new WhyNot.TooOld(old, Duration.ofDays(180)));
    assertThat(whyNot.answer(untold, known, NOW))
        .isEqualTo(new WhyNot.NoInterest(List.of(new Miss("protein", "it does not say protein"))));
  }

  @Test
  void shouldNameOfEachInterestTheClauseThatFailed() {
    Asking asking =
        asking(
            CONFIRMED,
            Optional.empty(),
            new InTopic("i-1", "biology"),
            new InAuthor("i-2", "J. Müller"),
            new InQuery("i-3", "topic:rag>=0.8"),
            new InQuery("i-4", "graph NOT survey"),
            new InQuery("i-5", "ti:molecules cat:cs.*"),
            new InQuery("i-6", "graph kind:revised"));

    assertThat(whyNot.answer(asking, new Asked(paper, SEEN, false), NOW))
        .isEqualTo(
            new WhyNot.NoInterest(
                List.of(
                    new Miss("Biology", "it is not tagged with biology"),
                    new Miss("J. Müller", "no author is called J. Müller"),
                    new Miss("topic:rag>=0.8", "rag has a score of 0.45, less than 0.80"),
                    new Miss("graph NOT survey", "it has 'survey', and that was ruled out"),
                    new Miss(
                        "ti:molecules cat:cs.*",
                        "it does not say ti:molecules, though it does elsewhere"),
                    new Miss("graph kind:revised", "it was not revised last"))));
  }

  @Test
  void shouldSayWhenAMatchIsDue() {
    Asking asking = asking(CONFIRMED, Optional.empty(), new InPhrase("i-1", "graph network"));

    assertThat(whyNot.answer(asking, new Asked(paper, SEEN, false), NOW))
        .isInstanceOfSatisfying(
            WhyNot.OnItsWay.class,
            waits -> {
              assertThat(waits.due()).isEqualTo("2026-03-03T07:00:00Z");
              assertThat(waits.match().reasons())
                  .extracting(Reason::evidence)
                  .containsExactly("graph networks");
            });
  }

  @Test
  void shouldNotPromiseADigestForWhatAnEarlierOneMayHaveTold() {
    InPhrase graph = new InPhrase("i-1", "graph network");
    Asking daily = asking(CONFIRMED, Optional.empty(), graph);
    Asking atOnce =
        new Asking(
            new Subscription("s-1", 1, List.of(graph)),
            CONFIRMED,
            new Schedule.AtOnce(),
            Optional.empty());
    Instant beforeSeven = Instant.parse("2026-03-02T06:59:00Z");
    Instant fiveMinutesAgo = NOW.minus(Duration.ofMinutes(5));

    assertThat(whyNot.answer(daily, new Asked(paper, beforeSeven, false), NOW))
        .isInstanceOfSatisfying(
            WhyNot.Passed.class,
            passed -> {
              assertThat(passed.firstSeen()).isEqualTo(beforeSeven);
              assertThat(passed.due()).isEqualTo("2026-03-03T07:00:00Z");
            });
    assertThat(whyNot.answer(atOnce, new Asked(paper, beforeSeven, false), NOW))
        .isInstanceOf(WhyNot.Passed.class);
    assertThat(whyNot.answer(atOnce, new Asked(paper, fiveMinutesAgo, false), NOW))
        .isInstanceOf(WhyNot.OnItsWay.class);
  }

  @Test
  void shouldNotTakeAPaperForToldThatIsHeldBackFromThoseWhoHearAtOnce() {
    Asking atOnce =
        new Asking(
            new Subscription("s-1", 1, List.of(new InPhrase("i-1", "graph network"))),
            CONFIRMED,
            new Schedule.AtOnce(),
            Optional.empty());
    Asked asked = new Asked(paper, SEEN, false);

    assertThat(whyNot(Duration.ofHours(6)).answer(atOnce, asked, NOW))
        .isInstanceOf(WhyNot.OnItsWay.class);
    assertThat(whyNot(Duration.ofHours(2)).answer(atOnce, asked, NOW))
        .isInstanceOf(WhyNot.Passed.class);
  }

  private static WhyNot whyNot(Duration patience) {
    return new WhyNot(new Explanation(TestTopics.vocabulary()), Duration.ofDays(180), patience);
  }

  private static Asking asking(Instant since, Optional<Told> told, Interest... interests) {
    return new Asking(new Subscription("s-1", 1, List.of(interests)), since, DAILY, told);
  }
}
