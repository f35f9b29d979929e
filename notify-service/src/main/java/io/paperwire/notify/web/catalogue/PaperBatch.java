package io.paperwire.notify.web.catalogue;

import io.paperwire.notify.sql.SqlFailure;
import io.paperwire.notify.web.likes.Arrivals;
import io.paperwire.notify.web.likes.ExampleTable;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.streams.Outage;
import io.paperwire.topics.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Writes records of papers into the catalogue. Of several records of a paper the last one counts. A
 * record that cannot be read or stored is set aside alone.
 */
final class PaperBatch {

  /** A record and its paper; empty for a tombstone. */
  private record Change(
      ConsumerRecord<byte[], byte[]> record, String paperId, Optional<PaperRow> row) {}

  private final UUID reader;
  private final Topic<String, EnrichedPaper> topic;
  private final Jdbi database;
  private final Arrivals arrivals;
  private final DeadPapers dead;
  private final Vocabulary vocabulary;
  private final Duration halfLife;

  /**
   * Batches of one reader.
   *
   * @param reader writes papers of partitions that it has taken ({@link PaperReaders})
   */
  PaperBatch(
      UUID reader,
      Topic<String, EnrichedPaper> topic,
      Jdbi database,
      DeadPapers dead,
      Vocabulary vocabulary,
      Duration halfLife) {
    this.reader = reader;
    this.topic = topic;
    this.database = database;
    this.arrivals = new Arrivals(database);
    this.dead = dead;
    this.vocabulary = vocabulary;
    this.halfLife = halfLife;
  }

  /**
   * Writes the records; when it returns, each is in the database or set aside, and nobody waits for
   * a paper of them.
   *
   * @throws RuntimeException if a neighbour is out of order; all may then be written again. So if
   *     another reader has the partition of one of them
   */
  void write(Iterable<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
    Map<String, Change> latest = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Optional<Change> change = read(record);
      change.ifPresent(known -> latest.put(known.paperId(), known));
    }
    store(List.copyOf(latest.values()));
    arrivals.of(names(latest.values()), Instant.now());
  }

  /** The papers by each name under which somebody may wait for them. */
  private static Map<String, Set<String>> names(Collection<Change> changes) {
    Map<String, Set<String>> papers = new HashMap<>();
    for (Change change : changes) {
      change.row().stream()
          .flatMap(PaperRow::names)
          .forEach(
              name ->
                  papers.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(change.paperId()));
    }
    return papers;
  }

  private Optional<Change> read(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      if (record.key() == null) {
        throw new IllegalArgumentException("the record has no key; it should be the paper id");
      }
      String id = new String(record.key(), StandardCharsets.UTF_8);
      if (id.indexOf('\0') >= 0) { // a statement that merely asks for it would fail as well
        throw new IllegalArgumentException("the paper id has a NUL in it");
      }
      Optional<PaperRow> row =
          Optional.ofNullable(record.value())
              .map(value -> topic.valueSerde().deserializer().deserialize(topic.name(), value))
              .map(paper -> PaperRow.of(paper, vocabulary, halfLife));
      if (row.isPresent() && !row.get().paper().id().equals(id)) {
        throw new IllegalArgumentException(
            "the key '" + id + "' is not the paper id '" + row.get().paper().id() + "'");
      }
      return Optional.of(new Change(record, id, row));
    } catch (RuntimeException failure) {
      if (Outage.keptFromReading(failure)) {
        throw failure;
      }
      dead.setAside(record, failure);
      return Optional.empty();
    }
  }

  private void store(List<Change> changes) throws InterruptedException {
    try {
      database.useTransaction(
          handle -> {
            new PaperReaders(handle).require(reader, partitions(changes));
            PaperTable papers = new PaperTable(handle);
            papers.save(changes.stream().flatMap(change -> change.row().stream()).toList());
            new ExampleTable(handle).refresh(vectors(changes), Instant.now());
            papers.delete(
                changes.stream()
                    .filter(change -> change.row().isEmpty())
                    .map(Change::paperId)
                    .toList());
          });
    } catch (JdbiException failure) {
      if (SqlFailure.of(failure) != SqlFailure.DATA) {
        throw failure;
      }
      if (changes.size() == 1) {
        dead.setAside(changes.getFirst().record(), failure);
        return;
      }
      for (Change change : changes) {
        store(List.of(change));
      }
    }
  }

  private static SortedSet<Integer> partitions(List<Change> changes) {
    return changes.stream()
        .map(change -> change.record().partition())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The papers that have a vector. */
  private static List<String> vectors(List<Change> changes) {
    return changes.stream()
        .flatMap(change -> change.row().stream())
        .filter(row -> row.vector().isPresent())
        .map(row -> row.paper().id())
        .toList();
  }
}
