package io.paperwire.notify.web.likes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads and writes what subscribers wait for, inside a transaction that its caller holds. */
final class AwaitedTable {

  private final Handle handle;

  AwaitedTable(Handle handle) {
    this.handle = handle;
  }

  /** All that a subscriber waits for, the newest first. */
  List<Awaited> of(UUID subscriberId) {
    return handle
        .createQuery(
            "select awaited_id, name, origin from awaited_papers where subscriber_id = :id"
                + " order by awaited_id desc")
        .bind("id", subscriberId)
        .map(
            (row, _) ->
                new Awaited(
                    row.getLong("awaited_id"), row.getString("name"), row.getString("origin")))
        .list();
  }

  /** Some of those who wait for one of some names. */
  List<UUID> waiting(Collection<String> names, int most) {
    return handle
        .createQuery(
            "select distinct subscriber_id from awaited_papers where name = any(:names)"
                + " order by subscriber_id limit :most")
        .bindArray("names", String.class, names.toArray())
        .bind("most", most)
        .mapTo(UUID.class)
        .list();
  }

  /** Waits for a name; once is enough. */
  void add(UUID subscriberId, String name, String origin, Instant now) {
    handle
        .createUpdate(
            "insert into awaited_papers (subscriber_id, name, origin, added_at) values (:id, :name,"
                + " :origin, :now) on conflict (subscriber_id, name) do nothing")
        .bind("id", subscriberId)
        .bind("name", name)
        .bind("origin", origin)
        .bind("now", Timestamp.from(now))
        .execute();
  }

  /**
   * Waits for one no longer.
   *
   * @return whether it was waited for
   */
  boolean remove(UUID subscriberId, long awaitedId) {
    return handle
            .createUpdate(
                "delete from awaited_papers where subscriber_id = :id and awaited_id = :awaited")
            .bind("id", subscriberId)
            .bind("awaited", awaitedId)
            .execute()
        > 0;
  }

  void removeAll(UUID subscriberId) {
    handle
        .createUpdate("delete from awaited_papers where subscriber_id = :id")
        .bind("id", subscriberId)
        .execute();
  }
}
