package io.paperwire.notify.deliver.recipient;

import java.util.UUID;

/** Knows the addresses of subscribers. */
@FunctionalInterface
public interface AddressBook {

  /** Looks a subscriber up. */
  Recipient find(UUID subscriberId);
}
