package io.paperwire.streams;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far stores are that are read back from their changelogs. */
final class Restoration implements StateRestoreListener {

  private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

  private final Map<TopicPartition, Progress> running = new ConcurrentHashMap<>();

  /** One store of one task, in records. */
  private record Progress(long all, long done, long since) {

    Progress plus(long records) {
      return new Progress(all, done + records, since);
    }
  }

  @Override
  public void onRestoreStart(
      TopicPartition changelog, String store, long startOffset, long endOffset) {
    running.put(changelog, new Progress(endOffset - startOffset, 0, System.nanoTime()));
  }

  @Override
  public void onBatchRestored(
      TopicPartition changelog, String store, long batchEndOffset, long records) {
    running.computeIfPresent(changelog, (_, progress) -> progress.plus(records));
  }

  @Override
  public void onRestoreEnd(TopicPartition changelog, String store, long records) {
    Progress done = running.remove(changelog);
    if (done != null && records > 0) {
      LOG.info(
          "store {} of partition {} is restored: {} records in {} ms",
          store,
          changelog.partition(),
          records,
          Duration.ofNanos(System.nanoTime() - done.since()).toMillis());
    }
  }

  @Override
  public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
    running.remove(changelog);
  }

  /** How far it is, while anything is restored. */
  Optional<String> progress() {
    long all = 0;
    long done = 0;
    int stores = 0;
    for (Progress progress : running.values()) {
      all += progress.all();
      done += progress.done();
      stores++;
    }
    return stores == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "restores %d stores: %,d of %,d records", stores, done, all));
  }
}
