package io.paperwire.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.judgement.Known;
import io.paperwire.ingest.judgement.Meaning;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.source.Position;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SourceStateTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final Known KNOWN = new Known(3, new Meaning(-7, 8, 5, 6, 2, true), true);
  private static final Position POSITION = new Position(Map.of("etag", "\"x\""));
  private static final RecordedSignal SIGNAL =
      new RecordedSignal(
          new CanonicalId("arxiv:2401.01234"), "hf", RecordedSignal.Kind.UPVOTE, 3, NOW);

  @BeforeAll
  static void trustRecords() {
    assertThat(StateTopic.of("", 4).name()).isEqualTo("ingest-state");
  }

  private static List<StateEntry> change(SourceState state, Instant now) {
    SourceState.Draft draft = state.draft(now);
    draft.remember("arxiv:2401.01234", KNOWN);
    draft.advance(Map.of("cs.CL", POSITION));
    assertThat(draft.count(SIGNAL)).isTrue();
    assertThat(draft.count(SIGNAL)).isFalse();
    return draft.entries();
  }

  private static SourceState load(List<StateEntry> entries) throws IOException {
    SourceState state = new SourceState("s");
    for (StateEntry entry : entries) {
      StateKey key = StateKey.parse(entry.key().text()).orElseThrow();
      assertThat(key).isEqualTo(entry.key());
      state.load(key, entry.value());
    }
    return state;
  }

  @Test
  void shouldComeBackAsItWasWritten() throws IOException {
    SourceState back = load(change(new SourceState("s"), NOW));
    assertThat(back.positions().of("cs.CL")).hasValue(POSITION);
    assertThat(back.draft(NOW).known("arxiv:2401.01234")).hasValue(KNOWN);
    assertThat(back.draft(NOW).count(SIGNAL)).isFalse();
    assertThat(back.paperCount()).isEqualTo(1);
  }

  @Test
  void shouldForgetADraftThatIsNotCommitted() {
    SourceState state = new SourceState("s");
    assertThat(change(state, NOW)).hasSize(3);
    assertThat(state.draft(NOW).known("arxiv:2401.01234")).isEmpty();
    assertThat(state.positions().parts()).isEmpty();
    assertThat(state.draft(NOW).count(SIGNAL)).isTrue();
  }

  @Test
  void shouldForgetSignalsAfterAWhile() throws IOException {
    Instant later = NOW.plus(SignalMemory.REACH).plus(Duration.ofSeconds(1));
    SourceState back = load(change(new SourceState("s"), NOW));
    List<StateEntry> next = back.draft(later).entries();
    assertThat(next).hasSize(1);
    assertThat(next.getFirst().value()).isEmpty();
    assertThat(next.getFirst().key()).isInstanceOf(StateKey.SignalKey.class);
    assertThat(back.draft(later).count(SIGNAL)).isTrue();
  }

  @Test
  void shouldForgetSignalsWhileItRuns() {
    SourceState state = new SourceState("s");
    SourceState.Draft first = state.draft(NOW);
    assertThat(first.count(SIGNAL)).isTrue();
    first.committed();
    Instant last = NOW.plus(SignalMemory.REACH);
    assertThat(state.draft(last).count(SIGNAL)).isFalse();
    SourceState.Draft late = state.draft(last.plusMillis(1));
    assertThat(late.entries()).hasSize(1);
    late.committed();
    assertThat(state.draft(last.plusMillis(1)).entries()).isEmpty();
    assertThat(state.draft(last.plusMillis(1)).count(SIGNAL)).isTrue();
  }

  /** Tombstone and new entry go out together, and the new one must be what stays. */
  @Test
  void shouldRememberASignalThatIsCountedAnewWhenItWasForgotten() throws IOException {
    SourceState state = load(change(new SourceState("s"), NOW));
    Instant later = NOW.plus(SignalMemory.REACH).plusSeconds(1);
    SourceState.Draft draft = state.draft(later);
    assertThat(draft.count(SIGNAL)).isTrue();
    List<StateEntry> entries = draft.entries();
    draft.committed();
    assertThat(state.draft(later).count(SIGNAL)).isFalse();
    assertThat(load(entries).draft(later).count(SIGNAL)).isFalse();
  }

  @Test
  void shouldPutOldSignalsOutPortionByPortion() throws IOException {
    int many = 100_000;
    List<StateEntry> old = new ArrayList<>();
    for (long i = 0; i < many; i++) {
      old.add(StateEntry.signal("s", i, NOW));
    }
    for (long i = many - 1; i >= many / 2; i--) { // put out in an order of its own, not compacted
      old.add(StateEntry.deleted(new StateKey.SignalKey("s", i)));
    }
    SourceState state = load(old);
    Instant later = NOW.plus(SignalMemory.REACH).plusSeconds(1);
    int portions = 0;
    SourceState.Draft draft = state.draft(later);
    while (!draft.entries().isEmpty()) {
      assertThat(draft.entries()).hasSize(SignalMemory.PORTION);
      draft.committed();
      draft = state.draft(later);
      portions++;
    }
    assertThat(portions).isEqualTo(many / 2 / SignalMemory.PORTION);
  }

  @Test
  void shouldReadNoKeyOfAnotherKind() {
    assertThat(StateKey.parse("file")).isEmpty();
    assertThat(StateKey.parse("file!")).hasValue(new StateKey.LeaseKey("file"));
    assertThat(StateKey.parse("file|doi:10.1/a#b|c"))
        .hasValue(new StateKey.PaperKey("file", "doi:10.1/a#b|c"));
  }

  @Test
  void shouldKeepASourceInOnePartition() {
    StateTopic topic = StateTopic.of("p-", 4);
    assertThat(topic.name()).isEqualTo("p-ingest-state");
    assertThat(topic.partitionOf("arxiv-feed"))
        .isEqualTo(StateTopic.of("", 4).partitionOf("arxiv-feed"))
        .isBetween(0, 3);
  }
}
