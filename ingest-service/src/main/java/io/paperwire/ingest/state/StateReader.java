package io.paperwire.ingest.state;

import io.paperwire.ingest.config.KafkaClients;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads the state topic back. */
public final class StateReader {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LISTEN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(30);

  private final KafkaClients clients;
  private final StateTopic topic;

  /** A reader of a topic. */
  public StateReader(KafkaClients clients, StateTopic topic) {
    this.clients = clients;
    this.topic = topic;
  }

  /**
   * Reads the committed state of a source. To be called after the source's former owner has been
   * fenced, since only then nothing is added any more.
   *
   * @param meanwhile is run again and again while it reads, which may take minutes
   * @throws IOException if it cannot be read whole, or holds what this version does not understand
   */
  public SourceState read(String source, Runnable meanwhile)
      throws IOException, InterruptedException {
    TopicPartition partition = new TopicPartition(topic.name(), topic.partitionOf(source));
    SourceState state = new SourceState(source);
    try (Consumer<String, byte[]> consumer = clients.committedReader()) {
      requirePartitions(consumer);
      long end = end(partition);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          load(state, source, record);
          deadline = System.nanoTime() + PATIENCE.toNanos();
        }
        meanwhile.run();
        if (System.nanoTime() > deadline) {
          throw new IOException(
              "a transaction stands open in %s at offset %d for %s; the state of '%s' behind it cannot be read"
                  .formatted(partition, consumer.position(partition), PATIENCE, source));
        }
      }
    }
    return state;
  }

  /**
   * Listens until a source's owner gives a sign of life or has been silent for a time. What is not
   * committed is a sign too: another source's open transaction hides all that is committed behind
   * it. Only time in which the broker answers counts, since an owner cannot be heard without it.
   *
   * @return true if it was silent
   * @throws KafkaException if the broker does not answer
   */
  public boolean isSilent(String source, Duration time) {
    TopicPartition partition = new TopicPartition(topic.name(), topic.partitionOf(source));
    try (Consumer<String, byte[]> consumer = clients.uncommittedReader()) {
      consumer.assign(List.of(partition));
      consumer.seekToEnd(List.of(partition));
      long written = consumer.position(partition); // resolves the end now, not at the first poll
      long left = time.toNanos();
      while (left > 0) {
        long begun = System.nanoTime();
        long listen = Math.min(left, LISTEN.toNanos());
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofNanos(listen))) {
          if (StateKey.parse(record.key()).filter(key -> key.source().equals(source)).isPresent()) {
            return false;
          }
        }
        if (consumer.position(partition) >= written) {
          left -= Math.min(listen, System.nanoTime() - begun);
        }
        written = consumer.endOffsets(List.of(partition)).getOrDefault(partition, written);
      }
      return true;
    }
  }

  /**
   * Finds who last gave a sign of life for a source within a time.
   *
   * @param since signs before it do not count
   * @return the instance; empty if nobody did
   * @throws IOException if a sign of life cannot be understood, or the broker stops to answer
   * @throws KafkaException if the broker does not answer
   */
  public Optional<String> lastAlive(String source, Instant since) throws IOException {
    TopicPartition partition = new TopicPartition(topic.name(), topic.partitionOf(source));
    String lease = new StateKey.LeaseKey(source).text();
    Optional<String> instance = Optional.empty();
    try (Consumer<String, byte[]> consumer = clients.uncommittedReader()) {
      Optional<OffsetAndTimestamp> start =
          Optional.ofNullable(
              consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli())).get(partition));
      if (start.isEmpty()) {
        return Optional.empty();
      }
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      consumer.assign(List.of(partition));
      consumer.seek(partition, start.get().offset());
      long deadline = System.nanoTime() + SHORT_PATIENCE.toNanos();
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (record.key().equals(lease)) {
            instance = Optional.of(StateEntry.instance(ByteBuffer.wrap(record.value())));
          }
          deadline = System.nanoTime() + SHORT_PATIENCE.toNanos();
        }
        if (System.nanoTime() > deadline) {
          throw new IOException(
              "%s gave nothing for %s at offset %d, though it goes on to %d"
                  .formatted(partition, SHORT_PATIENCE, consumer.position(partition), end));
        }
      }
    }
    return instance;
  }

  /** Another count would look for the state in another partition, and publish everything anew. */
  private void requirePartitions(Consumer<String, byte[]> consumer) throws IOException {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic.name());
    if (partitions.size() != topic.partitions()) {
      throw new IOException(
          "%s has %d partitions, but paperwire.ingest.state-partitions says %d: set it to %d"
              .formatted(topic.name(), partitions.size(), topic.partitions(), partitions.size()));
    }
  }

  /** The end as an uncommitted reader sees it: behind all that was ever written. */
  private long end(TopicPartition partition) throws IOException, InterruptedException {
    try (Admin admin = clients.admin()) {
      return admin
          .listOffsets(
              Map.of(partition, OffsetSpec.latest()),
              new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .partitionResult(partition)
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .offset();
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the end of " + partition + " cannot be found", e);
    }
  }

  private static void load(SourceState state, String source, ConsumerRecord<String, byte[]> record)
      throws IOException {
    Optional<StateKey> key = StateKey.parse(record.key());
    if (key.isEmpty() || !key.get().source().equals(source)) {
      return;
    }
    try {
      state.load(key.get(), Optional.ofNullable(record.value()).map(ByteBuffer::wrap));
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "state '%s' at %s-%d offset %d cannot be understood"
              .formatted(record.key(), record.topic(), record.partition(), record.offset()),
          e);
    }
  }
}
