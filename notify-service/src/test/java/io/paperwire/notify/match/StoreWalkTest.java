package io.paperwire.notify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StoreWalkTest {

  private final KeyValueStore<String, Integer> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("numbers"), Serdes.String(), Serdes.Integer())
          .withLoggingDisabled()
          .build();

  private final StoreWalk<String, Integer> walk = new StoreWalk<>(store, 2);

  @BeforeEach
  void fill() {
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    for (int i = 1; i <= 5; i++) {
      store.put("k" + i, i);
    }
  }

  @Test
  void shouldGoThroughAllEntriesAndBeginAgain() {
    assertThat(walk.next((key, value) -> true)).isEqualTo(List.of("k1", "k2"));
    assertThat(walk.next((key, value) -> true)).isEqualTo(List.of("k3", "k4"));
    assertThat(walk.next((key, value) -> true)).isEqualTo(List.of("k5"));
    assertThat(walk.next((key, value) -> true)).isEqualTo(List.of("k1", "k2"));
  }

  @Test
  void shouldGiveTheKeysForWhichTheConditionHolds() {
    assertThat(walk.next((key, value) -> value % 2 == 0)).isEqualTo(List.of("k2"));
    assertThat(walk.next((key, value) -> value % 2 == 0)).isEqualTo(List.of("k4"));
    assertThat(walk.next((key, value) -> value % 2 == 0)).isEmpty();
  }

  @Test
  void shouldGoOnWhereItWasAlthoughThatEntryIsGone() {
    walk.next((key, value) -> true);
    store.delete("k3");

    assertThat(walk.next((key, value) -> true)).isEqualTo(List.of("k4", "k5"));
  }
}
