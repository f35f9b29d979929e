package io.paperwire.notify.web.account;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Accounts in a database.
 *
 * @param database where they are
 */
record Accounts(Jdbi database) {

  /**
   * Adds one.
   *
   * @param days ago it was confirmed and last changed
   * @param daysOfLink ago it last got a link
   */
  UUID add(String address, String state, int days, int daysOfLink) {
    UUID id = UUID.randomUUID();
    database.useHandle(
        handle ->
            handle.execute(
                "insert into subscribers (id, address, address_key, state, cadence, zone,"
                    + " send_minute, send_day, created_at, updated_at, confirmed_at, last_link_at)"
                    + " values (?, ?, ?, ?, 'daily', 'UTC', 480, 1, now(),"
                    + " now() - ? * interval '1 day', now() - ? * interval '1 day',"
                    + " now() - ? * interval '1 day')",
                id,
                address,
                address,
                state,
                days,
                days,
                daysOfLink));
    return id;
  }

  long revision(UUID subscriber) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select revision from subscribers where id = :id")
                .bind("id", subscriber)
                .mapTo(Long.class)
                .one());
  }

  /** The addresses of those that meet a condition. */
  List<String> addresses(String condition) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select address from subscribers where " + condition)
                .mapTo(String.class)
                .list());
  }
}
