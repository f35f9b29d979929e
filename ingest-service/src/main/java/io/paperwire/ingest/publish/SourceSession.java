package io.paperwire.ingest.publish;

import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.SourceCondition;
import io.paperwire.ingest.state.SourceState;
import io.paperwire.ingest.state.StateEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * The right to write for one source, until another instance takes it. Belongs to one thread. After
 * a {@link PublishException} it can only be closed.
 */
public final class SourceSession implements AutoCloseable {

  /** A status that does not change is told again, so that its age shows whether anyone reads. */
  private static final Duration STATUS_REPEATED_AFTER = Duration.ofMinutes(5);

  private final String source;
  private final String instance;
  private final PublishTopics topics;
  private final Producer<byte[], byte[]> producer;
  private final SourceState state;
  private final InstantSource clock;
  private final boolean backlog;
  private final Heartbeat heartbeat;
  private final ObservationTimes times = new ObservationTimes();
  private long announced;
  private Optional<SourceStatus> toldStatus = Optional.empty();
  private Instant toldAt = Instant.EPOCH;

  SourceSession(
      String source,
      String instance,
      PublishTopics topics,
      Producer<byte[], byte[]> producer,
      SourceState state,
      InstantSource clock,
      boolean backlog,
      Heartbeat heartbeat) {
    this.source = source;
    this.instance = instance;
    this.topics = topics;
    this.producer = producer;
    this.state = state;
    this.clock = clock;
    this.backlog = backlog;
    this.heartbeat = heartbeat;
  }

  /** How long one may wait for other things until the next sign of life is due. */
  public Duration untilSignOfLife() {
    return heartbeat.left();
  }

  /** Whether a sign of life is due; so is one that tells for the first time how the source is. */
  public boolean owesSignOfLife() {
    return toldStatus.isEmpty() || heartbeat.isDue();
  }

  /** How far the source has been read. */
  public Positions positions() {
    return state.positions();
  }

  /** How much of the source is known. */
  public Coverage coverage() {
    return new Coverage(announced, state.paperCount());
  }

  /** How many papers are known from the source. */
  public int knownPapers() {
    return state.paperCount();
  }

  /**
   * Writes a batch: all of it, or nothing of it is ever seen by a reader of committed records. A
   * statement that cannot be written is among the dead letters instead.
   *
   * @throws FencedException if another instance has taken the source over
   * @throws PublishException if it failed, or is not known to have been committed
   */
  public Committed publish(Batch batch) throws PublishException {
    Instant now = clock.instant();
    SourceState.Draft draft = state.draft(now);
    times.begin(now);
    try {
      Preparation prepared = new Preparation(source, topics, draft, times, backlog).all(batch);
      producer.beginTransaction();
      prepared.records().forEach(this::send);
      producer.commitTransaction();
      draft.committed();
      Committed committed = prepared.committed();
      announced += committed.announced();
      return committed;
    } catch (KafkaException e) {
      throw failure("the batch was not published", e);
    }
  }

  /**
   * Tells other instances that the source is being read, and everyone how it is.
   *
   * @throws FencedException if another instance has taken the source over
   * @throws PublishException if it failed
   */
  public void giveSignOfLife(SourceCondition condition) throws PublishException {
    Instant now = clock.instant();
    SourceStatus status =
        new SourceStatus(
            source, instance, condition, announced, state.paperCount(), state.positions().parts());
    SourceState.Draft draft = state.draft(now); // what has grown too old goes with it
    try {
      producer.beginTransaction();
      send(StateEntry.lease(source, instance, now));
      draft.entries().forEach(this::send);
      boolean tells =
          toldStatus.filter(status::equals).isEmpty()
              || now.isAfter(toldAt.plus(STATUS_REPEATED_AFTER));
      if (tells) {
        send(new ProducerRecord<>(topics.status().name(), utf8(source), utf8(status.json(now))));
      }
      producer.commitTransaction();
      draft.committed();
      heartbeat.given();
      if (tells) {
        toldStatus = Optional.of(status);
        toldAt = now;
      }
    } catch (KafkaException e) {
      throw failure("no sign of life could be given", e);
    }
  }

  private void send(StateEntry entry) {
    send(topics.state().record(source, entry));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    var _ = producer.send(record); // committing throws what went wrong with any of them
  }

  private PublishException failure(String what, KafkaException e) {
    return FencedException.isCauseOf(e)
        ? new FencedException(source, e)
        : new PublishException(source + ": " + what, e);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Gives the right back. What was begun and not committed is aborted, here or by the next owner.
   */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted(); // a producer that is closed in haste complains
    try {
      producer.close(Duration.ofSeconds(2));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
