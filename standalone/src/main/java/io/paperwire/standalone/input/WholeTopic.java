package io.paperwire.standalone.input;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a topic from its beginning to where it ends when that is begun. */
public final class WholeTopic {

  private static final Duration POLL = Duration.ofMillis(200);

  /** A consumer asks a broker that has gone for ever, and says nothing. */
  private static final Duration STANDSTILL = Duration.ofSeconds(10);

  private WholeTopic() {}

  /**
   * Reads all records.
   *
   * @param consumer of no topic yet, or of one that was read to its end
   * @param taker told each record, in the order of its partition
   * @throws TimeoutException if the broker hands on nothing for ten seconds
   */
  public static <K, V> void read(
      Consumer<K, V> consumer,
      String topic,
      java.util.function.Consumer<ConsumerRecord<K, V>> taker) {
    read(consumer, topic, taker, STANDSTILL, System::nanoTime);
  }

  static <K, V> void read(
      Consumer<K, V> consumer,
      String topic,
      java.util.function.Consumer<ConsumerRecord<K, V>> taker,
      Duration standstill,
      LongSupplier nanos) {
    List<TopicPartition> partitions = partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    read(consumer, topic, consumer.endOffsets(partitions), taker, standstill, nanos);
  }

  /**
   * Reads all records up to given ends, and waits for transactions that are open before these.
   *
   * @param consumer as above
   * @param ends where each partition ends
   * @param patience how long a transaction may stay open
   * @throws TimeoutException if nothing comes for so long
   */
  public static <K, V> void readTo(
      Map<TopicPartition, Long> ends,
      Consumer<K, V> consumer,
      String topic,
      java.util.function.Consumer<ConsumerRecord<K, V>> taker,
      Duration patience) {
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    read(consumer, topic, ends, taker, patience, System::nanoTime);
  }

  /**
   * Reads what is behind a place in each of some partitions.
   *
   * @param starts the offset of the first record, each at least that of the oldest there is
   */
  public static <K, V> void readFrom(
      Map<TopicPartition, Long> starts,
      Consumer<K, V> consumer,
      String topic,
      java.util.function.Consumer<ConsumerRecord<K, V>> taker) {
    consumer.assign(starts.keySet());
    starts.forEach(consumer::seek);
    read(
        consumer, topic, consumer.endOffsets(starts.keySet()), taker, STANDSTILL, System::nanoTime);
  }

  /** The partitions of a topic. */
  public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private static <K, V> void read(
      Consumer<K, V> consumer,
      String topic,
      Map<TopicPartition, Long> ends,
      java.util.function.Consumer<ConsumerRecord<K, V>> taker,
      Duration standstill,
      LongSupplier nanos) {
    Map<TopicPartition, Long> left = new HashMap<>(ends);
    Map<TopicPartition, Long> before = Map.of();
    long moved = nanos.getAsLong();
    left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    while (!left.isEmpty()) {
      consumer.poll(POLL).forEach(taker);
      Map<TopicPartition, Long> now = new HashMap<>();
      left.keySet().forEach(partition -> now.put(partition, consumer.position(partition)));
      if (!now.equals(before)) {
        moved = nanos.getAsLong();
        before = now;
      } else if (nanos.getAsLong() - moved > standstill.toNanos()) {
        throw new TimeoutException(
            "nothing came of " + topic + " for " + standstill.toSeconds() + " s");
      }
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }
  }
}
