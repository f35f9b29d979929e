package io.paperwire.notify.deliver.intake;

import io.paperwire.notify.deliver.ledger.DigestRecord;
import io.paperwire.notify.deliver.patience.Stop;
import io.paperwire.notify.deliver.patience.Stopped;
import io.paperwire.notify.deliver.sending.Deliverer;
import io.paperwire.notify.deliver.sending.DigestReader;
import io.paperwire.notify.deliver.sending.Lanes;
import io.paperwire.notify.deliver.sending.ServerWatch;
import io.paperwire.notify.deliver.sending.UndeliverableDigest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic of digests and hands each to the deliverer, on the lane of its subscriber. */
public final class DigestConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(DigestConsumer.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration COMMIT = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final String topic;
  private final Supplier<Consumer<byte[], byte[]>> connect;
  private final DigestReader reader;
  private final Deliverer deliverer;
  private final DigestDeadLetters dead;
  private final Lanes lanes;
  private final ServerWatch server;
  private final Stop stop;
  private final IntakeLimits limits;
  private final Map<TopicPartition, OffsetBook> books = new HashMap<>();
  private final AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.empty());

  /**
   * A consumer that does not run yet.
   *
   * @param topic name of the topic
   * @param connect makes a Kafka consumer that does not commit by itself
   */
  public DigestConsumer(
      String topic,
      Supplier<Consumer<byte[], byte[]>> connect,
      DigestReader reader,
      Deliverer deliverer,
      DigestDeadLetters dead,
      Lanes lanes,
      ServerWatch server,
      Stop stop,
      IntakeLimits limits) {
    this.topic = topic;
    this.connect = connect;
    this.reader = reader;
    this.deliverer = deliverer;
    this.dead = dead;
    this.lanes = lanes;
    this.server = server;
    this.stop = stop;
    this.limits = limits;
  }

  /**
   * Reads until the service stops, then finishes the mails in hand and commits. After a failure it
   * connects anew.
   */
  public void run() {
    while (!stop.isAsked()) {
      try (Consumer<byte[], byte[]> consumer = connect.get()) {
        read(consumer);
        finish(consumer);
      } catch (KafkaException failure) {
        LOG.error("Reading {} failed; connecting anew", topic, failure);
        problem.set(Optional.of(String.valueOf(failure.getMessage())));
        restUnlessStopped();
      }
    }
  }

  /** Why digests are not read; empty if they are. */
  public Optional<String> problem() {
    return problem.get();
  }

  private void read(Consumer<byte[], byte[]> consumer) {
    consumer.subscribe(List.of(topic), new Partitions(consumer));
    while (!stop.isAsked()) {
      holdOrGoOn(consumer);
      consumer.poll(POLL).forEach(this::take);
      problem.set(Optional.empty());
      commit(consumer);
    }
  }

  /** Nothing new is read while the mail server is away or enough is in hand. */
  private void holdOrGoOn(Consumer<byte[], byte[]> consumer) {
    if (server.problem().isPresent() || lanes.inHand() >= limits.records()) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    OffsetBook book =
        books.computeIfAbsent(
            new TopicPartition(record.topic(), record.partition()), _ -> new OffsetBook());
    book.begun(record.offset());
    lanes.add(lane(record), () -> handle(record, book));
  }

  private static String lane(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null
        ? "partition " + record.partition()
        : new String(record.key(), StandardCharsets.UTF_8);
  }

  private void handle(ConsumerRecord<byte[], byte[]> record, OffsetBook book) {
    if (stop.isAsked() || !book.isOpen()) {
      return;
    }
    try {
      deliverOrSetAside(record);
    } catch (Stopped end) {
      LOG.debug("Record {} of {} waits for the next start", record.offset(), topic);
      return;
    } catch (RuntimeException failure) {
      LOG.error("The account of a digest that was set aside is not closed", failure);
    }
    book.finished(record.offset());
  }

  private void deliverOrSetAside(ConsumerRecord<byte[], byte[]> record) {
    try {
      DigestRecord bytes = DigestRecord.of(record.value());
      deliverer.deliver(reader.read(bytes), bytes);
    } catch (Stopped end) {
      throw end;
    } catch (UndeliverableDigest failure) {
      deliverer.setAside(failure, () -> setAside(record, failure));
    } catch (RuntimeException | Error failure) {
      // An error too: its record would keep all after it from being committed.
      setAside(record, failure);
    }
  }

  private void setAside(ConsumerRecord<byte[], byte[]> record, Throwable failure) {
    LOG.error(
        "The digest at {}-{}@{} cannot be delivered; it is set aside",
        topic,
        record.partition(),
        record.offset(),
        failure);
    try {
      dead.setAside(record, failure);
    } catch (Stopped end) {
      throw end;
    } catch (RuntimeException refused) {
      LOG.error(
          "It cannot be written to the dead-letter topic either, and is left at {}-{}@{}",
          topic,
          record.partition(),
          record.offset(),
          refused);
    }
  }

  private void commit(Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    books.forEach(
        (partition, book) ->
            book.toCommit()
                .ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset))));
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets, COMMIT);
      offsets.forEach((partition, offset) -> book(partition).committed(offset.offset()));
    } catch (CommitFailedException | RetriableException failure) {
      // The ledger knows what is done, should it be read again.
      LOG.warn("Offsets of {} could not be committed yet: {}", topic, failure.getMessage());
    }
  }

  private OffsetBook book(TopicPartition partition) {
    return books.getOrDefault(partition, new OffsetBook());
  }

  private void finish(Consumer<byte[], byte[]> consumer) {
    try {
      if (!lanes.awaitEmpty(limits.closing())) {
        LOG.warn("Some mails are still in hand; their digests are taken up at the next start");
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    commit(consumer);
  }

  private void restUnlessStopped() {
    try {
      stop.rest(AFTER_FAILURE);
    } catch (Stopped end) {
      LOG.debug("Stopped while {} could not be read", topic);
    }
  }

  /** Keeps the books of the partitions that this instance has. */
  private final class Partitions implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;

    Partitions(Consumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      close(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit(consumer);
      close(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      close(partitions);
    }

    private void close(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        book(partition).close();
        books.remove(partition);
      }
    }
  }
}
