package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.match.MatchCommand.InterestsChanged;
import io.paperwire.notify.match.MatchCommand.PaperChanged;
import io.paperwire.notify.match.MatchCommand.PaperOfThePast;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.stored.StoredRecords;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a task wants to be called: each time, Kafka Streams commits a transaction. */
final class MatchProcessorTest {

  private static final StoredRecords<EnrichedPaper> PAPERS = StoredRecords.of(EnrichedPaper.class);

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration ROUND = MatchHarness.SETTINGS.round();

  private final MockProcessorContext<String, Digest> context = new MockProcessorContext<>();
  private final AtomicLong nanos = new AtomicLong();

  /** So much time passes between two looks at the clock. */
  private Duration ticks = Duration.ZERO;

  private final MatchProcessor processor =
      new MatchProcessor(
          MatchHarness.SETTINGS,
          TestVocabulary.small(),
          new Traffic(),
          new Unheard(),
          () -> nanos.addAndGet(ticks.toNanos()));

  @BeforeEach
  void begin() {
    for (StoreBuilder<?> builder : MatchStores.builders(Stores::inMemoryKeyValueStore)) {
      StateStore store = builder.withLoggingDisabled().build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
    }
    context.setCurrentSystemTimeMs(NOW.toEpochMilli());
    processor.init(context);
  }

  @AfterEach
  void end() {
    processor.close();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void shouldWantToBeCalledOnceAMinuteOnlyWhereNothingWaits() {
    assertThat(waiting()).containsExactly(MINUTE);

    subscribe(Cadence.DAILY);
    publish("p-1", "A tree", false);
    publish("p-2", "A graph", false); // due at seven tomorrow
    assertThat(waiting()).containsExactly(MINUTE);
  }

  @Test
  void shouldMakeADigestARoundAfterTheFirstMatchAndRestThen() {
    subscribe(Cadence.INSTANT);
    publish("p-1", "Graph 1", false);
    publish("p-2", "Graph 2", false);
    assertThat(waiting()).containsExactly(MINUTE, ROUND);

    call(ROUND);
    assertThat(context.forwarded())
        .extracting(each -> each.record().value().getItems().size())
        .containsExactly(2);
    assertThat(waiting()).containsExactly(MINUTE);
  }

  @Test
  void shouldRestWhenTheBacklogIsWorkedOff() {
    subscribe(Cadence.DAILY);
    context.setCurrentSystemTimeMs(NOW.plusSeconds(1).toEpochMilli());
    publish("p-1", "Graph 1", true);
    Duration pause = waiting().getLast();
    assertThat(pause).isLessThan(ROUND);

    call(pause);
    assertThat(waiting()).containsExactly(MINUTE);
  }

  @Test
  void shouldLeaveTheBacklogWhileNewPapersCome() {
    subscribe(Cadence.DAILY);
    publish("p-1", "Graph 1", true);
    publish("p-2", "Graph 2", false);
    Duration pause = waiting().getLast();

    call(pause);
    assertThat(waiting()).containsExactly(MINUTE, pause);
    context.setCurrentSystemTimeMs(NOW.plusSeconds(1).toEpochMilli());
    call(pause);
    assertThat(waiting()).containsExactly(MINUTE);
  }

  @Test
  void shouldEndARoundThatTakesLongAndGoOnSoonUntilEachDigestIsMadeOnceAndInOrder() {
    List<String> all = IntStream.rangeClosed(1, 9).mapToObj(number -> "s-" + number).toList();
    all.forEach(id -> subscribe(id, Cadence.WEEKLY));
    publish("p-1", "A graph", false);
    context.setCurrentSystemTimeMs(NOW.plus(Duration.ofDays(7)).toEpochMilli());
    publish("p-2", "A tree", false);
    ticks = Duration.ofMillis(40);

    List<Integer> made = new ArrayList<>();
    call(ROUND);
    made.add(context.forwarded().size());
    while (waiting().size() > 1) {
      Duration soon = waiting().getLast();
      assertThat(soon).isLessThan(ROUND);
      call(soon);
      made.add(context.forwarded().size());
    }

    assertThat(made).containsExactly(3, 6, 9);
    assertThat(context.forwarded().stream().<String>map(each -> each.record().key()).toList())
        .isEqualTo(all);
  }

  @Test
  void shouldReadWhatWasMissedBeforeItMakesDigestsByDay() {
    subscribe("s-1", Cadence.DAILY);
    subscribe("s-2", Cadence.INSTANT);
    publish("p-1", "Graph 1", false);
    processor.close();
    Instant back = NOW.plus(Duration.ofDays(1));
    context.setCurrentSystemTimeMs(back.toEpochMilli());
    processor.init(context);

    call(ROUND);
    assertThat(told()).containsExactly("s-2: 1");
    context.setCurrentSystemTimeMs(back.plusSeconds(1).toEpochMilli());
    publish("p-2", "Graph 2", false); // its record is as old as the first one's
    context.setCurrentSystemTimeMs(back.plusSeconds(4).toEpochMilli());
    call(ROUND);
    assertThat(told()).containsExactly("s-2: 1", "s-2: 1", "s-1: 2");
  }

  /** Subscribers, and of how many papers each digest is. */
  private List<String> told() {
    return context.forwarded().stream()
        .map(each -> each.record().key() + ": " + each.record().value().getItems().size())
        .toList();
  }

  private void subscribe(Cadence cadence) {
    subscribe("s-1", cadence);
  }

  private void subscribe(String id, Cadence cadence) {
    send(id, new InterestsChanged(subscriber(id, cadence, "graph").build()));
  }

  private void publish(String id, String title, boolean past) {
    EnrichedPaper paper = paper(id, title, NOW).build();
    send(
        id,
        past
            ? new PaperOfThePast(id, ByteBuffer.wrap(PAPERS.write(paper)))
            : new PaperChanged(paper));
  }

  private void send(String key, MatchCommand command) {
    processor.process(new Record<>(key, command, NOW.toEpochMilli()));
  }

  private List<Duration> waiting() {
    return context.scheduledPunctuators().stream()
        .filter(each -> !each.cancelled())
        .map(CapturedPunctuator::getInterval)
        .toList();
  }

  private void call(Duration interval) {
    Instant at = Instant.ofEpochMilli(context.currentSystemTimeMs()).plus(interval);
    context.scheduledPunctuators().stream()
        .filter(each -> !each.cancelled() && each.getInterval().equals(interval))
        .toList()
        .forEach(each -> each.getPunctuator().punctuate(at.toEpochMilli()));
  }
}
