package io.paperwire.bench.stream;

import io.paperwire.bench.stream.DigestWatch.Told;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.SubscriberInterests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tells when all papers so far are done with: one paper a partition, which a subscriber on each
 * partition wants to hear of at once. When each of them has been told of each, everything before
 * has been matched and committed.
 */
final class Probes {

  private static final String WORDS = "paperwirebenchprobe";
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final StreamWire wire;
  private final DigestWatch watch;
  private final List<String> subscribers = new ArrayList<>();
  private int rounds;

  Probes(StreamWire wire, DigestWatch watch) {
    this.wire = wire;
    this.watch = watch;
    for (int partition = 0; partition < wire.partitions(); partition++) {
      int number = 0;
      while (wire.partitionOf("probe-" + number) != partition
          || subscribers.contains("probe-" + number)) {
        number++;
      }
      subscribers.add("probe-" + number);
    }
  }

  /** Signs the subscribers up. */
  void subscribe() {
    for (String id : subscribers) {
      wire.send(
          SubscriberInterests.newBuilder()
              .setSubscriberId(id)
              .setRevision(1)
              .setInterests(List.of(BenchSubscribers.interest("probe", InterestKind.PHRASE, WORDS)))
              .setCadence(Cadence.INSTANT)
              .setZone("UTC")
              .setActiveSince(Instant.EPOCH)
              .build());
    }
  }

  /** Sends a paper to each partition, and waits until all are told. Returns when, on the clock. */
  long await() throws InterruptedException {
    int seen = watch.count();
    rounds++;
    Set<String> missing = new HashSet<>();
    for (int partition = 0; partition < wire.partitions(); partition++) {
      String paperId = "probe-" + rounds + "-" + partition;
      wire.send(BenchPapers.record(paperId, WORDS), partition);
      subscribers.forEach(subscriber -> missing.add(subscriber + " " + paperId));
    }
    wire.flush();
    long last = 0;
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!missing.isEmpty()) {
      List<Told> news = watch.since(seen);
      seen += news.size();
      for (Told told : news) {
        if (missing.remove(told.subscriberId() + " " + told.paperId())) {
          last = told.at();
        }
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not told within " + LIMIT + ": " + missing);
      }
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
    return last;
  }
}
