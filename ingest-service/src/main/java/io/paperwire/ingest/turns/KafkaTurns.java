package io.paperwire.ingest.turns;

import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.upstream.Mood;
import io.paperwire.ingest.upstream.Turns;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles through Kafka whose turn it is. Connects when the first turn is asked for. */
public final class KafkaTurns implements Turns {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaTurns.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Between the end of a turn and its being known to all. */
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private final KafkaClients clients;
  private final String instance;
  private final TurnRecords records;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TurnBoard board = new TurnBoard();
  private final TurnReader reader;
  private Optional<Producer<byte[], byte[]>> producer = Optional.empty();
  private boolean closed;

  /**
   * Turns of one instance.
   *
   * @param clients makes Kafka clients
   * @param topic what all instances read and write
   * @param instance name of the instance
   * @param clock tells the age of what was written before
   */
  public KafkaTurns(KafkaClients clients, TurnTopic topic, String instance, InstantSource clock) {
    this.clients = clients;
    this.instance = instance;
    this.records = new TurnRecords(topic);
    this.reader = new TurnReader(clients, topic, board, lock, changed, clock);
  }

  @Override
  public Turn take(String upstream, Duration interval, Duration longest)
      throws UnavailableException, InterruptedException {
    reader.awaitReady(PATIENCE);
    while (true) {
      String ticket = UUID.randomUUID().toString();
      send(records.taken(upstream, ticket, instance, longest.plus(MARGIN)));
      boolean granted = false;
      try {
        granted = awaitTurn(upstream, ticket, interval);
        if (granted) {
          return new KafkaTurn(upstream, ticket);
        }
        LOG.warn("the turn to ask {} was lost before it came; standing in line again", upstream);
      } finally {
        if (!granted) {
          sendLater(records.gone(upstream, ticket));
        }
      }
    }
  }

  /** False if the ticket was taken away, by someone who thought its owner dead. */
  private boolean awaitTurn(String upstream, String ticket, Duration interval)
      throws UnavailableException, InterruptedException {
    long seenBefore = System.nanoTime() + PATIENCE.toNanos();
    boolean seen = false;
    lock.lockInterruptibly();
    try {
      while (true) {
        long now = System.nanoTime();
        if (board.has(upstream, ticket)) {
          seen = true;
        } else if (seen) {
          return false;
        } else if (now - seenBefore > 0) {
          throw new UnavailableException("a turn at " + upstream + " was written, but not read");
        }
        long wait = untilNextLook(upstream, ticket, interval, now);
        if (wait <= 0) {
          return true;
        }
        var _ = changed.awaitNanos(wait);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Zero or less if the turn has come; whoever must have died is put out of the way. */
  private long untilNextLook(String upstream, String ticket, Duration interval, long now) {
    Optional<TurnBoard.Holder> holder = board.holder(upstream);
    if (holder.filter(first -> first.ticket().equals(ticket)).isPresent()) {
      return board.readyAt(upstream, interval, now) - now;
    }
    long left = holder.map(first -> first.expires() - now).orElse(PATIENCE.toNanos());
    if (left > 0) {
      return Math.min(left, PATIENCE.toNanos());
    }
    LOG.warn("whoever had the turn to ask {} has not ended it; it is taken away", upstream);
    sendLater(records.gone(upstream, holder.orElseThrow().ticket()));
    return MARGIN.toNanos();
  }

  /** A turn that other instances wait for. */
  private final class KafkaTurn implements Turn {

    private final String upstream;
    private final String ticket;
    private final long begun = System.nanoTime();

    KafkaTurn(String upstream, String ticket) {
      this.upstream = upstream;
      this.ticket = ticket;
    }

    @Override
    public Optional<Mood> mood() {
      lock.lock();
      try {
        return board.mood(upstream, System.nanoTime());
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void asked(Mood mood) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
      sendLater(records.left(upstream, ticket, elapsed, mood));
      sendLater(records.gone(upstream, ticket));
    }

    @Override
    public void passed() {
      sendLater(records.gone(upstream, ticket));
    }
  }

  private void send(ProducerRecord<byte[], byte[]> record)
      throws UnavailableException, InterruptedException {
    try {
      producer().send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new UnavailableException(
          "whose turn it is cannot be known: " + clients.servers() + " does not answer", e);
    }
  }

  /** What is not written now is found out by others when the turn has taken too long. */
  private void sendLater(ProducerRecord<byte[], byte[]> record) {
    try {
      var _ =
          producer()
              .send(
                  record,
                  (_, e) -> {
                    if (e != null) {
                      LOG.warn("the end of a turn could not be told: {}", e.getMessage());
                    }
                  });
    } catch (KafkaException | UnavailableException e) {
      LOG.warn("the end of a turn could not be told: {}", e.getMessage());
    }
  }

  private Producer<byte[], byte[]> producer() throws UnavailableException {
    lock.lock();
    try {
      if (closed) {
        throw new UnavailableException("this instance is being stopped");
      }
      if (producer.isEmpty()) {
        producer = Optional.of(clients.producer("ingest-turns"));
      }
      return producer.get();
    } catch (KafkaException e) {
      throw new UnavailableException("no producer for " + clients.servers(), e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    reader.close();
    Optional<Producer<byte[], byte[]>> open;
    lock.lock();
    try {
      closed = true;
      open = producer;
      producer = Optional.empty();
    } finally {
      lock.unlock();
    }
    open.ifPresent(last -> last.close(MARGIN));
  }
}
