package io.paperwire.notify.web.account;

import io.paperwire.notify.matching.WhyNot;
import io.paperwire.notify.web.outbox.OutboxTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reads and writes accounts inside a transaction that its caller holds. */
final class AccountTable {

  private static final int MINUTES_AN_HOUR = 60;

  private static final String SUBSCRIBER =
      "select id, address, state, updated_at, last_sign_up_at, last_link_at, last_erasure_at"
          + " from subscribers";

  private final Handle handle;

  AccountTable(Handle handle) {
    this.handle = handle;
  }

  /** The subscriber of an address, held until the transaction ends. */
  Optional<Subscriber> lockByAddress(MailAddress address) {
    return handle
        .createQuery(SUBSCRIBER + " where address_key = :key for update")
        .bind("key", address.key())
        .map((row, context) -> subscriber(row))
        .findOne();
  }

  /** The subscriber of an id, held until the transaction ends. */
  Optional<Subscriber> lock(UUID id) {
    return handle
        .createQuery(SUBSCRIBER + " where id = :id for update")
        .bind("id", id)
        .map((row, context) -> subscriber(row))
        .findOne();
  }

  /** The subscriber of an id. */
  Optional<Subscriber> find(UUID id) {
    return handle
        .createQuery(SUBSCRIBER + " where id = :id")
        .bind("id", id)
        .map((row, context) -> subscriber(row))
        .findOne();
  }

  /** Adds a pending subscriber unless the address is there, which another request may have done. */
  void insertPending(UUID id, MailAddress address, Preferences preferences, Instant now) {
    handle
        .createUpdate(
            "insert into subscribers (id, address, address_key, state, cadence, zone, send_minute,"
                + " send_day, created_at, updated_at) values (:id, :address, :key, 'pending',"
                + " :cadence, :zone, :minute, :day, :now, :now) on conflict (address_key) do"
                + " nothing")
        .bind("id", id)
        .bind("address", address.text())
        .bind("key", address.key())
        .bind("cadence", preferences.cadence().code())
        .bind("zone", preferences.zone().getId())
        .bind("minute", minuteOfDay(preferences.sendAt()))
        .bind("day", preferences.sendDay().getValue())
        .bind("now", Timestamp.from(now))
        .execute();
  }

  /** Replaces the preferences. */
  void savePreferences(UUID id, Preferences preferences, Instant now) {
    handle
        .createUpdate(
            "update subscribers set cadence = :cadence, zone = :zone, send_minute = :minute,"
                + " send_day = :day, updated_at = :now where id = :id")
        .bind("id", id)
        .bind("cadence", preferences.cadence().code())
        .bind("zone", preferences.zone().getId())
        .bind("minute", minuteOfDay(preferences.sendAt()))
        .bind("day", preferences.sendDay().getValue())
        .bind("now", Timestamp.from(now))
        .execute();
    handle.createUpdate("delete from interests where subscriber_id = :id").bind("id", id).execute();
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into interests (subscriber_id, interest_id, kind, value, position)"
                + " values (:id, :interest, :kind, :value, :position)");
    int position = 0;
    for (StoredInterest interest : preferences.stored()) {
      batch
          .bind("id", id)
          .bind("interest", interest.id())
          .bind("kind", interest.kind())
          .bind("value", interest.value())
          .bind("position", position++)
          .add();
    }
    batch.execute();
  }

  /** The preferences. */
  Preferences preferences(UUID id) {
    List<StoredInterest> interests =
        handle
            .createQuery(
                "select kind, value from interests where subscriber_id = :id order by position")
            .bind("id", id)
            .map(
                (row, context) -> new StoredInterest(row.getString("kind"), row.getString("value")))
            .list();
    return handle
        .createQuery("select cadence, zone, send_minute, send_day from subscribers where id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Preferences(
                    StoredInterest.values(interests, StoredInterest.TOPIC),
                    StoredInterest.values(interests, StoredInterest.PHRASE),
                    StoredInterest.values(interests, StoredInterest.AUTHOR),
                    StoredInterest.values(interests, StoredInterest.QUERY),
                    Cadence.of(row.getString("cadence")).orElseThrow(),
                    ZoneId.of(row.getString("zone")),
                    LocalTime.ofSecondOfDay((long) row.getInt("send_minute") * MINUTES_AN_HOUR),
                    DayOfWeek.of(row.getInt("send_day"))))
        .one();
  }

  /** Moves a subscription to a state. */
  void setState(UUID id, SubscriberState state, Instant now) {
    handle
        .createUpdate("update subscribers set state = :state, updated_at = :now where id = :id")
        .bind("id", id)
        .bind("state", state.code())
        .bind("now", Timestamp.from(now))
        .execute();
  }

  /** Ends a confirmed subscription, and has all told who know of it, in this transaction. */
  void end(UUID id, Instant now) {
    setState(id, SubscriberState.UNSUBSCRIBED, now);
    announceInterests(id, now);
    announceUnsubscribed(id, now);
  }

  /** Notes when a subscription was confirmed: papers seen earlier are not sent. */
  void setConfirmedAt(UUID id, Instant now) {
    handle
        .createUpdate("update subscribers set confirmed_at = :now where id = :id")
        .bind("id", id)
        .bind("now", Timestamp.from(now))
        .execute();
  }

  /** When a subscription was confirmed that goes on. */
  Optional<Instant> confirmedAt(UUID id) {
    return handle
        .createQuery(
            "select confirmed_at from subscribers where id = :id and state = 'confirmed'"
                + " and confirmed_at is not null")
        .bind("id", id)
        .map((row, context) -> row.getTimestamp("confirmed_at").toInstant())
        .findOne();
  }

  /** The last digest that told a subscriber of a paper, as long as it is remembered. */
  Optional<WhyNot.Told> told(UUID id, String paperId) {
    return handle
        .createQuery(
            "select digest_id, state, coalesce(finished_at, claimed_at) as at from deliveries"
                + " where subscriber_id = :id and :paper = any(papers)"
                + " order by claimed_at desc limit 1")
        .bind("id", id)
        .bind("paper", paperId)
        .map(
            (row, context) ->
                new WhyNot.Told(
                    row.getString("digest_id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("state")))
        .findOne();
  }

  /** Notes when a mail was sent because somebody signed up, or that none was. */
  void setLastSignUpAt(UUID id, Optional<Instant> at) {
    setTime("last_sign_up_at", id, at);
  }

  /** Notes when a mail was sent because somebody asked for the link, or that none was. */
  void setLastLinkAt(UUID id, Optional<Instant> at) {
    setTime("last_link_at", id, at);
  }

  /** Notes when the link that erases was mailed, or that it was not. */
  void setLastErasureAt(UUID id, Optional<Instant> at) {
    setTime("last_erasure_at", id, at);
  }

  private void setTime(String column, UUID id, Optional<Instant> at) {
    handle
        .createUpdate("update subscribers set " + column + " = :at where id = :id")
        .bind("id", id)
        .bind("at", at.map(Timestamp::from).orElse(null))
        .execute();
  }

  /** Forgets a subscriber. */
  void delete(UUID id) {
    handle.createUpdate("delete from subscribers where id = :id").bind("id", id).execute();
  }

  /**
   * Forgets some of those whose sign-up nobody confirmed, of whom nothing was heard since a time.
   *
   * @return how many
   */
  int deleteUnconfirmed(Instant before, int most) {
    return deleteSome(
        "state = 'pending' and updated_at < :before"
            + " and (last_link_at is null or last_link_at < :before)",
        before,
        most);
  }

  /**
   * Forgets some of those whose subscription ended before a time.
   *
   * @return how many
   */
  int deleteEnded(Instant before, int most) {
    return deleteSome("state = 'unsubscribed' and updated_at < :before", before, most);
  }

  /**
   * Some of the subscribers whose address mail servers refuse: since they confirmed, and since the
   * last digest that was taken.
   *
   * @param refusals so many digests or more
   * @param refusedFor between the first of them and the last
   */
  List<UUID> refused(int refusals, Duration refusedFor, int most) {
    return handle
        .createQuery(
            """
            select s.id from subscribers s join deliveries d on d.subscriber_id = s.id
            where s.state = 'confirmed' and d.state = 'refused' and d.finished_at > s.confirmed_at
              and not exists (
                select 1 from deliveries later
                where later.subscriber_id = s.id and later.state = 'sent'
                  and later.finished_at > d.finished_at)
            group by s.id
            having count(*) >= :refusals
              and max(d.finished_at) - min(d.finished_at) >= :seconds * interval '1 second'
            limit :most
            """)
        .bind("refusals", refusals)
        .bind("seconds", refusedFor.toSeconds())
        .bind("most", most)
        .mapTo(UUID.class)
        .list();
  }

  private int deleteSome(String condition, Instant before, int most) {
    return handle
        .createUpdate(
            "delete from subscribers where id in (select id from subscribers where "
                + condition
                + " limit :most for update skip locked)")
        .bind("before", Timestamp.from(before))
        .bind("most", most)
        .execute();
  }

  /** Raises the revision and has the interests topic told, in this transaction. */
  void announceInterests(UUID id, Instant now) {
    handle
        .createUpdate("update subscribers set revision = revision + 1 where id = :id")
        .bind("id", id)
        .execute();
    new OutboxTable(handle).addInterests(id, now);
  }

  /** Has the end of a subscription told, in this transaction. */
  void announceUnsubscribed(UUID id, Instant now) {
    new OutboxTable(handle).addUnsubscribed(id, now);
  }

  private static int minuteOfDay(LocalTime time) {
    return time.toSecondOfDay() / MINUTES_AN_HOUR;
  }

  private static Subscriber subscriber(ResultSet row) throws SQLException {
    return new Subscriber(
        row.getObject("id", UUID.class),
        row.getString("address"),
        SubscriberState.of(row.getString("state")),
        row.getTimestamp("updated_at").toInstant(),
        time(row, "last_sign_up_at"),
        time(row, "last_link_at"),
        time(row, "last_erasure_at"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
