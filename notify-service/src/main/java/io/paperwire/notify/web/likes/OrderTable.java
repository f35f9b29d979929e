package io.paperwire.notify.web.likes;

import io.paperwire.notify.digest.DigestOrder;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads and writes how subscribers tilt the order of their digests. */
public final class OrderTable {

  private final Handle handle;

  /** The orders within a transaction that the caller holds. */
  public OrderTable(Handle handle) {
    this.handle = handle;
  }

  /** A subscriber's order. */
  public DigestOrder of(UUID subscriberId) {
    return handle
        .createQuery(
            "select order_match, order_attention, order_newness, order_variety, order_taste"
                + " from subscribers where id = :id")
        .bind("id", subscriberId)
        .map(
            (row, _) ->
                new DigestOrder(
                    row.getDouble("order_match"),
                    row.getDouble("order_attention"),
                    row.getDouble("order_newness"),
                    row.getDouble("order_variety"),
                    row.getDouble("order_taste")))
        .findOne()
        .orElse(DigestOrder.USUAL);
  }

  void set(UUID subscriberId, DigestOrder order) {
    handle
        .createUpdate(
            "update subscribers set order_match = :match, order_attention = :attention,"
                + " order_newness = :newness, order_variety = :variety, order_taste = :taste"
                + " where id = :id")
        .bind("id", subscriberId)
        .bind("match", order.match())
        .bind("attention", order.attention())
        .bind("newness", order.newness())
        .bind("variety", order.variety())
        .bind("taste", order.taste())
        .execute();
  }
}
