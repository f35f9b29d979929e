package io.paperwire.notify.web.outbox;

import io.paperwire.likeness.Corpus;
import io.paperwire.notify.web.likes.ExampleTable;
import io.paperwire.notify.web.likes.ExampleWords;
import io.paperwire.notify.web.likes.LikeInterest;
import io.paperwire.notify.web.likes.OrderTable;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.DigestOrder;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.SubscriberInterests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what the interests topic is to hear of a subscriber. Never reads the address. */
final class InterestsQuery {

  private final Handle handle;
  private final Supplier<Corpus> background;

  /**
   * Made for one connection.
   *
   * @param background tells how common words are in other papers
   */
  InterestsQuery(Handle handle, Supplier<Corpus> background) {
    this.handle = handle;
    this.background = background;
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
                    allInterests(subscriberId),
                    Cadence.valueOf(row.getString("cadence").toUpperCase(Locale.ROOT)),
                    row.getString("zone"),
                    row.getInt("send_minute"),
                    row.getInt("send_day"),
                    row.getTimestamp("confirmed_at").toInstant(),
                    order(subscriberId)))
        .findOne();
  }

  /** Nothing where it is the usual one. */
  private @Nullable DigestOrder order(UUID subscriberId) {
    var order = new OrderTable(handle).of(subscriberId);
    return order.equals(io.paperwire.notify.digest.DigestOrder.USUAL)
        ? null
        : new DigestOrder(
            order.match(), order.attention(), order.newness(), order.variety(), order.taste());
  }

  private List<Interest> allInterests(UUID subscriberId) {
    ExampleTable examples = new ExampleTable(handle);
    List<Interest> interests = new ArrayList<>(interests(subscriberId));
    LikeInterest.contract(
            examples.of(subscriberId),
            ExampleWords.of(handle, subscriberId, background),
            examples.leastCosine(subscriberId))
        .ifPresent(interests::add);
    return interests;
  }

  private List<Interest> interests(UUID subscriberId) {
    return handle
        .createQuery(
            "select interest_id, kind, value from interests where subscriber_id = :id"
                + " order by position")
        .bind("id", subscriberId)
        .map(
            (row, context) ->
                Interest.newBuilder()
                    .setInterestId(row.getString("interest_id"))
                    .setKind(InterestKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)))
                    .setValue(row.getString("value"))
                    .build())
        .list();
  }
}
