package io.paperwire.notify.web.outbox;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.SubscriberInterests;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what the interests topic is to hear of a subscriber. Never reads the address. */
final class InterestsQuery {

  private final Handle handle;

  InterestsQuery(Handle handle) {
    this.handle = handle;
  }

  /** The record of a confirmed subscriber; empty for all others, who get a tombstone. */
  Optional<SubscriberInterests> of(UUID subscriberId) {
    return handle
        .createQuery(
            "select revision, cadence, zone, send_minute, send_day, confirmed_at from subscribers"
                + " where id = :id and state = 'confirmed'")
        .bind("id", subscriberId)
        .map(
            (row, context) ->
                new SubscriberInterests(
                    subscriberId.toString(),
                    row.getLong("revision"),
                    interests(subscriberId),
                    Cadence.valueOf(row.getString("cadence").toUpperCase(Locale.ROOT)),
                    row.getString("zone"),
                    row.getInt("send_minute"),
                    row.getInt("send_day"),
                    row.getTimestamp("confirmed_at").toInstant()))
        .findOne();
  }

  private List<Interest> interests(UUID subscriberId) {
    return handle
        .createQuery(
            "select interest_id, kind, value from interests where subscriber_id = :id"
                + " order by position")
        .bind("id", subscriberId)
        .map(
            (row, context) ->
                new Interest(
                    row.getString("interest_id"),
                    InterestKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getString("value")))
        .list();
  }
}
