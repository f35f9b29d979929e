package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.Verdict;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of digests since the start. */
public final class DeliveryCounts {

  private final Map<Verdict, LongAdder> settled = new ConcurrentHashMap<>();
  private final LongAdder deferred = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder setAside = new LongAdder();

  /**
   * The counts by name: one for each verdict, {@code deferred} for attempts that were put off,
   * {@code repeated} for mails that were sent again with a note because nobody knows whether they
   * had been sent before, and {@code set-aside} for records that became dead letters.
   */
  public Map<String, Long> now() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict.name().toLowerCase(Locale.ROOT), settled(verdict).sum());
    }
    counts.put("deferred", deferred.sum());
    counts.put("repeated", repeated.sum());
    counts.put("set-aside", setAside.sum());
    return counts;
  }

  void add(Verdict verdict) {
    settled(verdict).increment();
  }

  void deferred() {
    deferred.increment();
  }

  void repeated() {
    repeated.increment();
  }

  /** A record became a dead letter. */
  public void setAside() {
    setAside.increment();
  }

  private LongAdder settled(Verdict verdict) {
    return settled.computeIfAbsent(verdict, _ -> new LongAdder());
  }
}
