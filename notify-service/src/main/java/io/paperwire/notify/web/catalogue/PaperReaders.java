package io.paperwire.notify.web.catalogue;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Who writes the papers of which partitions. When a reader of the topic is silent for too long,
 * because its machine was paused, the broker gives its partitions to another one. It does not know
 * so when it goes on, and would write the records in its hands over newer ones.
 */
final class PaperReaders {

  private final Handle handle;

  PaperReaders(Handle handle) {
    this.handle = handle;
  }

  /** From now on a reader writes the papers of partitions, and who did so before no more. */
  void take(UUID reader, Collection<Integer> partitions) {
    handle
        .createUpdate(
            "insert into paper_readers (partition, reader) select unnest(:partitions), :reader"
                + " on conflict (partition) do update set reader = excluded.reader")
        .bindArray("partitions", Integer.class, new TreeSet<>(partitions))
        .bind("reader", reader)
        .execute();
  }

  /**
   * Holds whoever takes the partitions off until the end of the transaction.
   *
   * @throws IllegalStateException if another reader has taken one of them
   */
  void require(UUID reader, SortedSet<Integer> partitions) {
    int held =
        handle
            .createQuery(
                "select partition from paper_readers"
                    + " where partition = any(:partitions) and reader = :reader"
                    + " order by partition for share")
            .bindArray("partitions", Integer.class, partitions)
            .bind("reader", reader)
            .mapTo(Integer.class)
            .list()
            .size();
    if (held < partitions.size()) {
      throw new IllegalStateException("another instance reads the papers that were in hand here");
    }
  }
}
