package io.paperwire.notify.match;

import io.paperwire.notify.state.Counters;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Gives numbers, none of them twice, whatever happens in between. They are set aside in blocks, so
 * that not each is written down; a task that begins anew leaves out the rest of a block.
 */
final class MatchCounters {

  private static final String KEY = "next";
  private static final int BLOCK = 1_000;

  private final KeyValueStore<String, Counters> store;
  private int subscriber;
  private int subscribersEnd;
  private long notice;
  private long noticesEnd;

  /** Goes on where the store says. */
  MatchCounters(KeyValueStore<String, Counters> store) {
    this.store = store;
    Counters next = store.get(KEY);
    this.subscriber = next == null ? 0 : next.getSubscriber();
    this.subscribersEnd = subscriber;
    this.notice = next == null ? 1 : next.getNotice();
    this.noticesEnd = notice;
  }

  int nextSubscriber() {
    if (subscriber == subscribersEnd) {
      subscribersEnd += BLOCK;
      write();
    }
    return subscriber++;
  }

  long nextNotice() {
    if (notice == noticesEnd) {
      noticesEnd += BLOCK;
      write();
    }
    return notice++;
  }

  /** No notice has a higher number than this yet, and all that come will. */
  long lastNotice() {
    return notice - 1;
  }

  private void write() {
    store.put(KEY, new Counters(subscribersEnd, noticesEnd));
  }
}
