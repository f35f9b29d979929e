package io.paperwire.notify.deliver.recipient;

import io.paperwire.notify.deliver.patience.Patience;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The address book as the table {@code subscribers}; waits while the database is out of order. */
public final class JdbiAddressBook implements AddressBook {

  private static final String CONFIRMED = "confirmed";

  private final Jdbi jdbi;
  private final Patience patience;

  /** An address book. */
  public JdbiAddressBook(Jdbi jdbi, Patience patience) {
    this.jdbi = jdbi;
    this.patience = patience;
  }

  @Override
  public Recipient find(UUID subscriberId) {
    return patience.await(
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery("select address, state from subscribers where id = :id")
                        .bind("id", subscriberId)
                        .map(
                            (row, context) ->
                                recipient(row.getString("address"), row.getString("state")))
                        .findOne()
                        .orElseGet(() -> new Recipient.Absent("the subscriber is gone"))));
  }

  private static Recipient recipient(String address, String state) {
    return state.equals(CONFIRMED)
        ? new Recipient.Confirmed(address)
        : new Recipient.Absent("the subscription is " + state);
  }
}
