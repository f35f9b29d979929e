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
  private final StateReader reader;

  /**
   * Sessions of one instance.
   *
   * @param clients makes Kafka clients
   * @param topics where to write
   * @param instance name of the instance
   * @param clock tells when events are observed
   */
  public SourceSessions(
      KafkaClients clients, PublishTopics topics, String instance, InstantSource clock) {
    this.clients = clients;
    this.topics = topics;
    this.instance = instance;
    this.clock = clock;
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

  /** True if whoever reads a source gave no sign of life for a time. */
  public boolean isSilent(String source, Duration time) throws PublishException {
    try {
      return reader.isSilent(source, time);
    } catch (KafkaException e) {
      throw new PublishException("the owner of '" + source + "' cannot be watched", e);
    }
  }

  /**
   * True if another instance gave a sign of life for a source within a time. Whoever lost a session
   * for a reason that it does not know asks before it opens the next one: it may have been fenced.
   */
  public boolean isReadByAnother(String source, Duration time) throws PublishException {
    try {
      return reader
          .lastAlive(source, clock.instant().minus(time))
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
    try {
      producer.initTransactions();
      if (owner.equals(source)) {
        claim(producer, source);
      }
      SourceState state = reader.read(source, clock.instant());
      return new SourceSession(source, instance, topics, producer, state, clock, backlog);
    } catch (KafkaException | IOException e) {
      producer.close(Duration.ZERO);
      throw new PublishException("the state of '" + source + "' cannot be taken over", e);
    } catch (InterruptedException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /** Others see at once who reads the source, though reading its state may take a while. */
  private void claim(Producer<byte[], byte[]> producer, String source) {
    producer.beginTransaction();
    StateEntry lease = StateEntry.lease(source, instance, clock.instant());
    var _ = producer.send(topics.state().record(source, lease)); // committing tells of failures
    producer.commitTransaction();
  }

  private Producer<byte[], byte[]> producer(String transactionalId) throws PublishException {
    try {
      return clients.transactionalProducer(transactionalId);
    } catch (KafkaException e) {
      throw new PublishException("no producer for " + clients.servers(), e);
    }
  }
}
