package io.paperwire.notify.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Goes through a store slice by slice, and from the end to the beginning again. */
final class StoreWalk<K, V> {

  private final KeyValueStore<K, V> store;
  private final int slice;
  private @Nullable K position;

  /**
   * A walk that begins where the store begins.
   *
   * @param slice entries to look at in one step at most
   */
  StoreWalk(KeyValueStore<K, V> store, int slice) {
    this.store = store;
    this.slice = slice;
  }

  /** The keys of the next slice's entries for which something holds. */
  List<K> next(BiPredicate<K, V> filter) {
    List<K> keys = new ArrayList<>();
    try (KeyValueIterator<K, V> entries = store.range(position, null)) {
      for (int seen = 0; seen < slice && entries.hasNext(); seen++) {
        KeyValue<K, V> entry = entries.next();
        if (filter.test(entry.key, entry.value)) {
          keys.add(entry.key);
        }
      }
      position = entries.hasNext() ? entries.peekNextKey() : null;
    }
    return keys;
  }
}
