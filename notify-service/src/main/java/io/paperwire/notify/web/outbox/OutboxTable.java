package io.paperwire.notify.web.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the outbox. They are written inside the transaction of the change that they tell of,
 * which the caller holds, and read and deleted by whoever holds the lock of the relay.
 */
public final class OutboxTable {

  private static final String INTERESTS = "interests";
  private static final String UNSUBSCRIBED = "unsubscribed";
  private static final String FEEDBACK = "feedback";
  private static final String BOUNCED = "bounced";
  private static final String COMPLAINED = "complained";

  private final Handle handle;

  /** The outbox over a connection. */
  public OutboxTable(Handle handle) {
    this.handle = handle;
  }

  /** The subscriber's interests have changed, or are gone. */
  public void addInterests(UUID subscriberId, Instant now) {
    add(subscriberId, INTERESTS, now);
  }

  /** The subscriber has unsubscribed. */
  public void addUnsubscribed(UUID subscriberId, Instant now) {
    add(subscriberId, UNSUBSCRIBED, now);
  }

  /**
   * The subscriber has said what they think of a paper.
   *
   * @param way {@code more} or {@code less} like it
   */
  public void addFeedback(UUID subscriberId, String paperId, String way, Instant now) {
    handle
        .createUpdate(
            "insert into outbox (subscriber_id, kind, created_at, paper_id, detail)"
                + " values (:id, :kind, :now, :paper, :way)")
        .bind("id", subscriberId)
        .bind("kind", FEEDBACK)
        .bind("now", Timestamp.from(now))
        .bind("paper", paperId)
        .bind("way", way)
        .execute();
  }

  /**
   * A mail came back after a server had taken it.
   *
   * @param answer what the last server said, without an address
   */
  public void addBounced(UUID subscriberId, String digestId, String answer, Instant now) {
    addOfDigest(subscriberId, BOUNCED, digestId, answer, now);
  }

  /** A reader called a mail spam. */
  public void addComplained(UUID subscriberId, String digestId, Instant now) {
    addOfDigest(subscriberId, COMPLAINED, digestId, "", now);
  }

  private void addOfDigest(
      UUID subscriberId, String kind, String digestId, String detail, Instant now) {
    handle
        .createUpdate(
            "insert into outbox (subscriber_id, kind, created_at, digest_id, detail)"
                + " values (:id, :kind, :now, :digest, :detail)")
        .bind("id", subscriberId)
        .bind("kind", kind)
        .bind("now", Timestamp.from(now))
        .bind("digest", digestId)
        .bind("detail", detail)
        .execute();
  }

  /** The oldest rows that are not set aside. */
  List<OutboxRow> oldest(int most) {
    return handle
        .createQuery(
            "select id, subscriber_id, kind, created_at, paper_id, digest_id, detail from outbox"
                + " where set_aside_at is null order by id limit :most")
        .bind("most", most)
        .map((row, context) -> row(row))
        .list();
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    UUID subscriber = row.getObject("subscriber_id", UUID.class);
    Instant at = row.getTimestamp("created_at").toInstant();
    return switch (row.getString("kind")) {
      case INTERESTS -> new OutboxRow.Interests(id, subscriber);
      case UNSUBSCRIBED -> new OutboxRow.Unsubscribed(id, subscriber, at);
      case FEEDBACK ->
          new OutboxRow.Feedback(
              id, subscriber, at, row.getString("paper_id"), row.getString("detail"));
      case BOUNCED ->
          new OutboxRow.Bounced(
              id, subscriber, at, row.getString("digest_id"), row.getString("detail"));
      case COMPLAINED -> new OutboxRow.Complained(id, subscriber, at, row.getString("digest_id"));
      case String other ->
          throw new IllegalStateException("the outbox holds a row of kind " + other);
    };
  }

  /**
   * Removes rows that have been told, and with them what was set aside and is out of date thereby:
   * a row of interests tells all there is to tell of a subscriber's.
   */
  void delete(List<OutboxRow> rows) {
    handle
        .createUpdate(
            "delete from outbox where id = any(:ids) or (set_aside_at is not null and kind = :kind"
                + " and subscriber_id = any(:subscribers))")
        .bindArray("ids", Long.class, rows.stream().map(OutboxRow::id).toList())
        .bind("kind", INTERESTS)
        .bindArray(
            "subscribers",
            UUID.class,
            rows.stream()
                .filter(OutboxRow.Interests.class::isInstance)
                .map(OutboxRow::subscriberId)
                .distinct()
                .toList())
        .execute();
  }

  /** Keeps a row that cannot be told, and has it stop nobody else. */
  void setAside(OutboxRow row, String why) {
    handle
        .createUpdate("update outbox set set_aside_at = now(), set_aside_why = :why where id = :id")
        .bind("id", row.id())
        .bind("why", why)
        .execute();
  }

  /** How many rows wait. */
  long waiting() {
    return count("set_aside_at is null");
  }

  /** How many rows are set aside. */
  long setAside() {
    return count("set_aside_at is not null");
  }

  private long count(String condition) {
    return handle
        .createQuery("select count(*) from outbox where " + condition)
        .mapTo(Long.class)
        .one();
  }

  private void add(UUID subscriberId, String kind, Instant now) {
    handle
        .createUpdate(
            "insert into outbox (subscriber_id, kind, created_at) values (:id, :kind, :now)")
        .bind("id", subscriberId)
        .bind("kind", kind)
        .bind("now", Timestamp.from(now))
        .execute();
  }
}
