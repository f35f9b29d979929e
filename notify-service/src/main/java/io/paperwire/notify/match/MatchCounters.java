package io.paperwire.notify.match;

import io.paperwire.notify.state.Counters;
import org.apache.kafka.streams.state.KeyValueStore;

/** Gives numbers, none of them twice, whatever happens in between. */
final class MatchCounters {

  private static final String KEY = "next";

  private final KeyValueStore<String, Counters> store;
  private int subscriber;
  private long notice;

  /** Goes on where the store says. */
  MatchCounters(KeyValueStore<String, Counters> store) {
    this.store = store;
    Counters next = store.get(KEY);
    this.subscriber = next == null ? 0 : next.getSubscriber();
    this.notice = next == null ? 1 : next.getNotice();
  }

  int nextSubscriber() {
    int next = subscriber++;
    write();
    return next;
  }

  long nextNotice() {
    long next = notice++;
    write();
    return next;
  }

  /** The notice that was numbered last; 0 if none was. */
  long lastNotice() {
    return notice - 1;
  }

  private void write() {
    store.put(KEY, new Counters(subscriber, notice));
  }
}
