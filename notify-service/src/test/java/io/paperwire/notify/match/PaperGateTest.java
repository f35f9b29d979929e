package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.TopicTag;
import io.paperwire.schemas.catalogue.BacklogHeader;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What passes before papers go to all partitions, and when. */
final class PaperGateTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");

  private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
  private final Traffic traffic = new Traffic();
  private final TaskBook tasks = new TaskBook();
  private final PaperGate gate = new PaperGate(traffic, tasks);

  @BeforeEach
  void begin() {
    for (StoreBuilder<?> builder : MatchStores.gateBuilders(Stores::inMemoryKeyValueStore)) {
      StateStore store = builder.withLoggingDisabled().build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
    }
    context.setCurrentSystemTimeMs(NOW.toEpochMilli());
    gate.init(context);
  }

  @AfterEach
  void end() {
    gate.close();
    assertThat(alarms()).isEmpty();
  }

  @Test
  void shouldLetNewPapersPassAtOnceThoughThousandsOfThePastCameBefore() {
    for (int i = 0; i < 5_000; i++) {
      send("old-" + i, true);
    }
    send("new", false);

    assertThat(passed()).containsExactly("new");
    assertThat(context.forwarded().getFirst().record().headers()).isEmpty();
    assertThat(tasks.backlog()).isEqualTo(5_000);
  }

  @Test
  void shouldLetPapersOfThePastPassAFewAtATimeMarkedAndWithTheirTime() {
    for (int i = 0; i < 100; i++) {
      send("old-" + i, true);
    }

    ring();
    assertThat(passed()).hasSize(64);
    ring();
    assertThat(passed()).hasSize(100).doesNotHaveDuplicates();
    assertThat(context.forwarded())
        .allSatisfy(
            each -> {
              assertThat(BacklogHeader.isMarked(each.record().headers())).isTrue();
              assertThat(each.record().timestamp()).isEqualTo(PAST.toEpochMilli());
            });
    assertThat(alarms()).as("when nothing waits").isEmpty();
  }

  @Test
  void shouldHoldPapersOfThePastWhileATaskHasEnoughOfThem() {
    send("old", true);
    traffic.waits("1_0", 256);
    traffic.waits("1_1", 0);
    ring();
    assertThat(passed()).isEmpty();

    traffic.waits("1_0", 255);
    ring();
    assertThat(passed()).containsExactly("old");
  }

  @Test
  void shouldNotWaitForATaskThatMovedAway() {
    send("old", true);
    traffic.waits("1_0", 256);
    traffic.ends("1_0");

    ring();
    assertThat(passed()).containsExactly("old");
  }

  @Test
  void shouldForgetWhatWaitsOfAPaperWhenALaterRecordComes() {
    send("changed", true);
    send("changed", false);
    send("gone", true);
    gate.process(record("gone", null, new RecordHeaders()));

    assertThat(passed()).containsExactly("changed", "gone");
    assertThat(tasks.backlog()).isZero();
    ring();
    assertThat(passed()).hasSize(2);
  }

  @Test
  void shouldGoOnWithWhatWaitedBeforeItMovedHere() {
    send("old", true);
    gate.close();
    assertThat(tasks.backlog()).isZero();

    gate.init(context);
    assertThat(tasks.backlog()).isEqualTo(1);
    ring();
    assertThat(passed()).containsExactly("old");
  }

  @Test
  void shouldRefuseAPaperOfThePastThatMakesNoSense() {
    List<TopicTag> topics =
        List.of(TopicTag.newBuilder().setTopic("x").setLabel("X").setScore(7).build());
    EnrichedPaper paper = paper("old", "Graph", NOW).setTopics(topics).build();

    assertThatThrownBy(() -> gate.process(record("old", paper, marked())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tasks.backlog()).isZero();
  }

  @Test
  void shouldRefuseAPaperUnderAKeyThatIsNotItsIdOrThatNoStoreTakes() {
    EnrichedPaper other = paper("other", "Graph", NOW).build();
    EnrichedPaper odd = paper("odd\0", "Graph", NOW).build();

    assertThatThrownBy(() -> gate.process(record("old", other, marked())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> gate.process(record("odd\0", odd, marked())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(passed()).isEmpty();
  }

  private void send(String id, boolean past) {
    EnrichedPaper paper = paper(id, "Graph " + id, NOW).build();
    gate.process(record(id, paper, past ? marked() : new RecordHeaders()));
  }

  private static Record<String, EnrichedPaper> record(
      String id, @Nullable EnrichedPaper paper, Headers headers) {
    return new Record<>(id, paper, PAST.toEpochMilli(), headers);
  }

  private static Headers marked() {
    Headers headers = new RecordHeaders();
    BacklogHeader.mark(headers);
    return headers;
  }

  private List<String> passed() {
    return context.forwarded().stream().<String>map(each -> each.record().key()).toList();
  }

  private List<CapturedPunctuator> alarms() {
    return context.scheduledPunctuators().stream().filter(each -> !each.cancelled()).toList();
  }

  private void ring() {
    alarms().forEach(each -> each.getPunctuator().punctuate(context.currentSystemTimeMs()));
  }
}
