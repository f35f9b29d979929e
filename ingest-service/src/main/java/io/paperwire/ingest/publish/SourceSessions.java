package io.paperwire.ingest.publish;

import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.state.SourceState;
import io.paperwire.ingest.state.StateEntry;
import io.paperwire.ingest.state.StateReader;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Opens sessions of sources. */
public final class SourceSessions {

  private final KafkaClients clients;
  private final PublishTopics topics;
  private final String instance;
  private final InstantSource clock;
  private final Duration takeoverAfter;
  private final StateReader reader;

  /**
   * Sessions of one instance.
   *
   * @param clients makes Kafka clients
   * @param topics where to write
   * @param instance name of the instance
   * @param clock tells when events are observed
   * @param takeoverAfter how long the owner of a source must be silent before another may take the
   *     source over; owners give a sign of life every third of it
   */
  public SourceSessions(
      KafkaClients clients,
      PublishTopics topics,
      String instance,
      InstantSource clock,
      Duration takeoverAfter) {
    this.clients = clients;
    this.topics = topics;
    this.instance = instance;
    this.clock = clock;
    this.takeoverAfter = takeoverAfter;
    this.reader = new StateReader(clients, topics.state());
  }

  /** A session of a source that one instance at a time may write for: fences any other. */
  public SourceSession open(String source) throws PublishException, InterruptedException {
    return open(source, source, false);
  }

  /**
   * A session like that of {@link #open}, whose papers are of the past: they are marked as a
   * backlog, behind which new papers need not wait.
   */
  public SourceSession openForThePast(String source) throws PublishException, InterruptedException {
    return open(source, source, true);
  }

  /**
   * A session of a source that every instance writes for. Fences only what an earlier run of this
   * instance left behind.
   */
  public SourceSession openForInstance(String source)
      throws PublishException, InterruptedException {
    return open(source, source + "-" + instance, false);
  }

  /** How long the owner of a source must be silent before another may take the source over. */
  public Duration takeoverAfter() {
    return takeoverAfter;
  }

  /**
   * Listens to whoever reads a source; true if no sign of life came for so long that the source may
   * be taken over.
   *
   * @throws PublishException if one cannot listen, which says nothing of the owner
   */
  public boolean isSilent(String source) throws PublishException {
    try {
      return reader.isSilent(source, takeoverAfter);
    } catch (KafkaException e) {
      throw new PublishException("the owner of '" + source + "' cannot be watched", e);
    }
  }

  /**
   * True if another instance gave a sign of life for a source not so long ago that the source may
   * be taken over. Whoever lost a session for a reason that it does not know asks before it opens
   * the next one: it may have been fenced.
   */
  public boolean isReadByAnother(String source) throws PublishException {
    try {
      return reader
          .lastAlive(source, clock.instant().minus(takeoverAfter))
          .filter(other -> !other.equals(instance))
          .isPresent();
    } catch (KafkaException | IOException e) {
      throw new PublishException("the owner of '" + source + "' cannot be found", e);
    }
  }

  private SourceSession open(String source, String owner, boolean backlog)
      throws PublishException, InterruptedException {
    String transactionalId = topics.state().name() + "-" + owner;
    Producer<byte[], byte[]> producer = producer(transactionalId);
    Heartbeat heartbeat = new Heartbeat(takeoverAfter.dividedBy(3));
    try {
      producer.initTransactions();
      Runnable claim = owner.equals(source) ? () -> claim(producer, source, heartbeat) : () -> {};
      claim.run();
      SourceState state = reader.read(source, () -> ifDue(heartbeat, claim));
      return new SourceSession(
          source, instance, topics, producer, state, clock, backlog, heartbeat);
    } catch (KafkaException | IOException e) {
      producer.close(Duration.ZERO);
      throw FencedException.isCauseOf(e)
          ? new FencedException(source, e)
          : new PublishException("the state of '" + source + "' cannot be taken over", e);
    } catch (InterruptedException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  private static void ifDue(Heartbeat heartbeat, Runnable sign) {
    if (heartbeat.isDue()) {
      sign.run();
    }
  }

  /** Others see at once who reads the source, and while its state is read, which may take long. */
  private void claim(Producer<byte[], byte[]> producer, String source, Heartbeat heartbeat) {
    producer.beginTransaction();
    StateEntry lease = StateEntry.lease(source, instance, clock.instant());
    var _ = producer.send(topics.state().record(source, lease)); // committing tells of failures
    producer.commitTransaction();
    heartbeat.given();
  }

  private Producer<byte[], byte[]> producer(String transactionalId) throws PublishException {
    try {
      return clients.transactionalProducer(transactionalId);
    } catch (KafkaException e) {
      throw new PublishException("no producer for " + clients.servers(), e);
    }
  }
}
