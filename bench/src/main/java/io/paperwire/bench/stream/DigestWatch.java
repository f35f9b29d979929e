package io.paperwire.bench.stream;

import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.catalogue.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the digests as a delivery would, committed ones only, and notes when they came. */
final class DigestWatch implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);

  private final Topic<String, Digest> topic;
  private final KafkaConsumer<String, Digest> consumer;
  private final List<Told> told = new ArrayList<>();
  private final Thread thread;
  private volatile boolean stopped;
  private volatile @Nullable RuntimeException failure;

  /**
   * A paper that was told.
   *
   * @param subscriberId to whom
   * @param paperId which
   * @param at when it was there to be read, in milliseconds of the clock
   */
  record Told(String subscriberId, String paperId, long at) {}

  DigestWatch(String bootstrapServers, Topic<String, Digest> topic) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            topic.keySerde().deserializer(),
            topic.valueSerde().deserializer());
    this.thread = Thread.ofPlatform().name("digest-watch").daemon().start(this::run);
  }

  private void run() {
    try {
      consumer.assign(
          consumer.partitionsFor(topic.name()).stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .toList());
      while (!stopped) {
        for (ConsumerRecord<String, Digest> record : consumer.poll(POLL)) {
          note(record.value(), System.currentTimeMillis());
        }
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private synchronized void note(Digest digest, long at) {
    for (DigestItem item : digest.getItems()) {
      told.add(new Told(digest.getSubscriberId(), item.getPaperId(), at));
    }
  }

  /** How many papers were told so far. */
  synchronized int count() {
    return told.size();
  }

  /** What was told after the first so many. */
  synchronized List<Told> since(int count) {
    RuntimeException broken = failure;
    if (broken != null) {
      throw broken;
    }
    return List.copyOf(told.subList(count, told.size()));
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
  }
}
