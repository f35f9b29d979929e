package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.interest;
import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static io.paperwire.notify.match.TestRecords.trend;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.SubscriberInterests;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A task that ends and begins again, however often, makes the digests of one that goes on. */
final class RestartTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final int STEPS = 150;
  private static final List<String> WORDS = List.of("graph", "protein", "robot", "quantum");
  private static final List<Cadence> CADENCES =
      List.of(Cadence.INSTANT, Cadence.DAILY, Cadence.WEEKLY);

  static Stream<Integer> seeds() {
    return IntStream.range(0, 6).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldMakeTheSameDigestsHoweverOftenItBeginsAnew(int seed) {
    Random random = new Random(seed);
    try (LoneTask steady = new LoneTask(START);
        LoneTask restarted = new LoneTask(START)) {
      for (int step = 0; step < STEPS; step++) {
        Consumer<LoneTask> action = action(random, step);
        action.accept(steady);
        action.accept(restarted);
        if (random.nextInt(4) == 0) {
          restarted.restart();
        }
      }
      assertThat(steady.digests()).hasSizeGreaterThan(20);
      assertThat(sorted(restarted.digests())).isEqualTo(sorted(steady.digests()));
    }
  }

  @Test
  void shouldTellHowFarItsIndexIsWhenItBegins() {
    try (LoneTask task = new LoneTask(START)) {
      IntStream.range(0, 1_500)
          .mapToObj(i -> subscriber("s-" + i, Cadence.DAILY, "graph").build())
          .forEach(task::subscribe);
      task.restart();
      assertThat(task.told())
          .containsExactly(
              "lone fills 0 of 0",
              "lone is filled",
              "lone fills 0 of 1500",
              "lone fills 1000 of 1500",
              "lone is filled");
    }
  }

  @Test
  void shouldSetAsideWhomThisVersionCannotReadAndLetTheirPapersWait() {
    SubscriberInterests known = subscriber("s-1", Cadence.DAILY, "graph").build();
    SubscriberInterests newer = SubscriberInterests.newBuilder(known).setZone("Mars/Base").build();
    try (LoneTask match = new LoneTask(START)) {
      match.subscribe(known);
      match.subscribe(subscriber("s-2", Cadence.INSTANT, "graph").build());
      match.publish(paper("p-1", "Graph networks", START).build(), false);
      match.store(newer);
      match.restart();
      match.publish(paper("p-2", "Graph theory", START).build(), false);
      match.advance(Duration.ofDays(3));
      assertThat(match.digests()).extracting(Digest::getSubscriberId).containsOnly("s-2");

      match.store(known);
      match.restart();
      match.advance(Duration.ZERO);
      assertThat(match.digests().getLast().getItems())
          .extracting(DigestItem::getPaperId)
          .containsExactlyInAnyOrder("p-1", "p-2");
      assertThat(match.digests().getLast().getSubscriberId()).isEqualTo("s-1");
    }
  }

  @Test
  void shouldTakeUpWhomItSetAsideOnceTheirPreferencesCanBeRead() {
    SubscriberInterests.Builder known = subscriber("s-1", Cadence.DAILY, "graph");
    try (LoneTask match = new LoneTask(START)) {
      match.subscribe(known.build());
      match.publish(paper("p-1", "Graph networks", START).build(), false);
      match.store(SubscriberInterests.newBuilder(known).setCadence(Cadence.UNKNOWN).build());
      match.restart();
      match.advance(Duration.ofDays(3));
      assertThat(match.digests()).isEmpty();

      match.subscribe(known.setRevision(2).build());
      match.advance(Duration.ofDays(1));
      assertThat(match.digests().getFirst().getItems())
          .extracting(DigestItem::getPaperId)
          .containsExactly("p-1");
    }
  }

  private static List<Digest> sorted(List<Digest> digests) {
    return digests.stream()
        .sorted(
            Comparator.comparing(Digest::getWindowEnd)
                .thenComparing(Digest::getSubscriberId)
                .thenComparing(Digest::getDigestId))
        .toList();
  }

  private static Consumer<LoneTask> action(Random random, int step) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        SubscriberInterests.Builder changed = someone(random, step);
        yield match -> match.subscribe(changed.build());
      }
      case 3 -> {
        String leaving = "s-" + random.nextInt(6);
        yield match -> match.unsubscribe(leaving);
      }
      case 4, 5, 6, 7 -> {
        EnrichedPaper.Builder published = somePaper(random, step);
        boolean backlog = random.nextInt(4) == 0;
        yield match -> match.publish(published.build(), backlog);
      }
      default -> {
        Duration time = Duration.ofSeconds(1L << random.nextInt(17));
        yield match -> match.advance(time);
      }
    };
  }

  private static SubscriberInterests.Builder someone(Random random, int step) {
    String id = "s-" + random.nextInt(6);
    return subscriber(id, CADENCES.get(random.nextInt(3)), "graph")
        .setRevision(step)
        .setSendMinuteOfDay(random.nextInt(24) * 60)
        .setInterests(
            List.of(
                interest("i-1", InterestKind.PHRASE, word(random)),
                interest("i-2", InterestKind.PHRASE, word(random))));
  }

  /** One of a few papers, which so changes often, or is withdrawn. */
  private static EnrichedPaper.Builder somePaper(Random random, int step) {
    String id = "p-" + (step / 20) + "-" + random.nextInt(5);
    return paper(id, "On " + word(random), START.minusSeconds(60))
        .setAbstractText("With a " + word(random) + ".")
        .setStatus(random.nextInt(8) == 0 ? PaperStatus.WITHDRAWN : PaperStatus.ACTIVE)
        .setTrend(trend(random.nextInt(50), START));
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
