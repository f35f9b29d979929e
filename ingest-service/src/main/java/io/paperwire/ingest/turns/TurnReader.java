package io.paperwire.ingest.turns;

import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.upstream.Turns.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic onto the board for as long as the instance runs. */
final class TurnReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TurnReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  private final KafkaClients clients;
  private final TurnTopic topic;
  private final TurnBoard board;
  private final ReentrantLock lock;
  private final Condition changed;
  private final InstantSource clock;
  private final Thread thread = Thread.ofVirtual().name("ingest-turns").unstarted(this::run);
  private boolean ready;
  private String problem = "nothing has been read yet";
  private volatile boolean closed;
  private Optional<Consumer<String, byte[]>> open = Optional.empty();

  TurnReader(
      KafkaClients clients,
      TurnTopic topic,
      TurnBoard board,
      ReentrantLock lock,
      Condition changed,
      InstantSource clock) {
    this.clients = clients;
    this.topic = topic;
    this.board = board;
    this.lock = lock;
    this.changed = changed;
    this.clock = clock;
  }

  /** Waits until all that was written before has been read; the first to ask starts the reader. */
  void awaitReady(Duration patience) throws UnavailableException, InterruptedException {
    lock.lockInterruptibly();
    try {
      if (thread.getState() == Thread.State.NEW && !closed) {
        thread.start();
      }
      long rest = patience.toNanos();
      while (!ready) {
        if (rest <= 0) {
          throw new UnavailableException("whose turn it is cannot be known: " + problem);
        }
        rest = changed.awaitNanos(rest);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    int failures = 0;
    while (!closed) {
      try (Consumer<String, byte[]> consumer = clients.committedReader()) {
        opened(Optional.of(consumer));
        read(consumer);
      } catch (WakeupException e) {
        LOG.debug("woken up to end");
      } catch (KafkaException | IOException e) {
        failures = isReady() ? 1 : failures + 1;
        unready(String.valueOf(e.getMessage()));
        opened(Optional.empty());
        LOG.warn("{} cannot be read: {}", topic.name(), e.getMessage());
        rest(BACKOFF.delay(failures, RandomGenerator.getDefault()));
      }
    }
  }

  private void read(Consumer<String, byte[]> consumer) throws IOException {
    TopicPartition partition = topic.partition();
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end =
        Optional.ofNullable(consumer.endOffsets(List.of(partition)).get(partition)).orElse(0L);
    clear();
    while (!closed) {
      Iterable<ConsumerRecord<String, byte[]>> records = consumer.poll(POLL);
      lock.lock();
      try {
        for (ConsumerRecord<String, byte[]> record : records) {
          Duration age =
              record.offset() < end
                  ? Duration.between(Instant.ofEpochMilli(record.timestamp()), clock.instant())
                  : Duration.ZERO;
          TurnRecords.note(record, board, age, System.nanoTime());
        }
        ready = ready || consumer.position(partition) >= end;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void clear() {
    lock.lock();
    try {
      board.clear();
    } finally {
      lock.unlock();
    }
  }

  private boolean isReady() {
    lock.lock();
    try {
      return ready;
    } finally {
      lock.unlock();
    }
  }

  private void unready(String why) {
    lock.lock();
    try {
      ready = false;
      problem = why;
    } finally {
      lock.unlock();
    }
  }

  private void opened(Optional<Consumer<String, byte[]>> consumer) {
    lock.lock();
    try {
      open = consumer;
    } finally {
      lock.unlock();
    }
  }

  private void rest(Duration time) {
    lock.lock();
    try {
      long rest = time.toNanos();
      while (rest > 0 && !closed) {
        rest = changed.awaitNanos(rest);
      }
    } catch (InterruptedException e) {
      closed = true; // nobody interrupts it but to end
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      ready = false;
      open.ifPresent(Consumer::wakeup);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
