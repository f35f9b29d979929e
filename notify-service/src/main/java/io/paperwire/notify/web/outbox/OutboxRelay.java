package io.paperwire.notify.web.outbox;

import io.micronaut.context.annotation.Context;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.background.StandingWork;
import io.paperwire.notify.web.likes.OtherPapers;
import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.DeliveryEventKind;
import io.paperwire.schemas.SubscriberInterests;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Kafka what the outbox holds, in order, for ever. Of all instances one relays at a time: the
 * one that holds an advisory lock of the database. One that has lost the lock without knowing, as
 * when its session ended while it was paused, is fenced by the {@link OutboxProducer} of the next.
 */
@Context
@WebRole
final class OutboxRelay {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  /** Names the lock among those of the database. */
  private static final long LOCK = 0x70617065_6f757462L;

  private static final int BATCH = 200;
  private static final Duration POLL = Duration.ofMillis(100);

  private final OutboxProducers producers;
  private final OtherPapers others;
  private final StandingWork work;

  OutboxRelay(Jdbi database, OutboxProducers producers, OtherPapers others) {
    this.producers = producers;
    this.others = others;
    this.work =
        StandingWork.start(
            "outbox-relay",
            "changes of interests wait in the outbox",
            own -> database.useHandle(handle -> relayWhileHolding(handle, own)));
  }

  /** Why nothing is relayed at the moment, if so. An instance that waits for its turn has none. */
  Optional<String> problem() {
    return work.problem();
  }

  @PreDestroy
  void close() {
    work.close();
  }

  private void relayWhileHolding(Handle handle, StandingWork own) throws InterruptedException {
    if (!lock(handle)) {
      own.getsOn();
      return;
    }
    try (OutboxProducer producer = producers.open()) {
      LOG.info("this instance relays the outbox");
      boolean goesOn = true;
      while (goesOn) {
        int told = relay(handle, producer);
        own.getsOn();
        goesOn = own.pauses(told < BATCH ? POLL : Duration.ZERO);
      }
    } finally {
      unlock(handle);
    }
  }

  /**
   * Tells the oldest rows. They are read by the session that holds the lock after the producer was
   * opened: whoever gets the lock next opens its producer after this reading, so that either these
   * records are committed before the next holder reads anything, or never.
   *
   * @return how many rows were looked at
   */
  private int relay(Handle handle, OutboxProducer producer) {
    OutboxTable outbox = new OutboxTable(handle);
    List<OutboxRow> rows = outbox.oldest(BATCH);
    if (!rows.isEmpty()) {
      tell(handle, producer, rows)
          .ifPresentOrElse(hopeless -> setAside(outbox, hopeless), () -> outbox.delete(rows));
    }
    return rows.size();
  }

  /**
   * Tells rows, all of them or none.
   *
   * @return the row for which it was none, if that row can never be told
   */
  private Optional<Hopeless> tell(Handle handle, OutboxProducer producer, List<OutboxRow> rows) {
    Map<UUID, Optional<SubscriberInterests>> interests = interests(handle, rows);
    List<Future<?>> sent = new ArrayList<>();
    producer.begin();
    try {
      for (OutboxRow row : rows) {
        sent.add(send(producer, row, interests));
      }
      producer.commit();
      return Optional.empty();
    } catch (KafkaException failure) {
      Hopeless hopeless = Hopeless.among(rows, sent, failure).orElseThrow(() -> failure);
      producer.abort();
      return Optional.of(hopeless);
    }
  }

  private static void setAside(OutboxTable outbox, Hopeless hopeless) {
    OutboxRow row = hopeless.row();
    LOG.error(
        "Kafka can never take what row {} of the outbox tells of subscriber {}; it is set aside:"
            + " {}",
        row.id(),
        row.subscriberId(),
        hopeless.why());
    outbox.setAside(row, hopeless.why());
  }

  /**
   * What there is to tell of interests. It is read before the transaction begins, which the broker
   * ends by itself after some seconds: whoever likes hundreds of papers takes a while to read.
   */
  private Map<UUID, Optional<SubscriberInterests>> interests(Handle handle, List<OutboxRow> rows) {
    InterestsQuery query = new InterestsQuery(handle, others::corpus);
    Map<UUID, Optional<SubscriberInterests>> interests = new HashMap<>();
    for (OutboxRow row : rows) {
      if (row instanceof OutboxRow.Interests) {
        interests.computeIfAbsent(row.subscriberId(), query::of);
      }
    }
    return interests;
  }

  private static Future<?> send(
      OutboxProducer producer, OutboxRow row, Map<UUID, Optional<SubscriberInterests>> interests) {
    String subscriberId = row.subscriberId().toString();
    return switch (row) {
      case OutboxRow.Interests _ ->
          producer.send(subscriberId, Objects.requireNonNull(interests.get(row.subscriberId())));
      case OutboxRow.Unsubscribed unsubscribed ->
          producer.send(
              new DeliveryEvent(
                  subscriberId, DeliveryEventKind.UNSUBSCRIBED, unsubscribed.at(), null, null, ""));
      case OutboxRow.Feedback(_, _, Instant at, String paperId, String way) ->
          producer.send(
              new DeliveryEvent(subscriberId, DeliveryEventKind.FEEDBACK, at, null, paperId, way));
      case OutboxRow.Bounced(_, _, Instant at, String digestId, String answer) ->
          producer.send(
              new DeliveryEvent(
                  subscriberId, DeliveryEventKind.BOUNCED, at, digestId, null, answer));
      case OutboxRow.Complained(_, _, Instant at, String digestId) ->
          producer.send(
              new DeliveryEvent(
                  subscriberId, DeliveryEventKind.COMPLAINED, at, digestId, null, ""));
    };
  }

  private static boolean lock(Handle handle) {
    return handle
        .createQuery("select pg_try_advisory_lock(:lock)")
        .bind("lock", LOCK)
        .mapTo(Boolean.class)
        .one();
  }

  private static void unlock(Handle handle) {
    handle
        .createQuery("select pg_advisory_unlock(:lock)")
        .bind("lock", LOCK)
        .mapTo(Boolean.class)
        .one();
  }
}
