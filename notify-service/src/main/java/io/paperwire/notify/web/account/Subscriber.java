package io.paperwire.notify.web.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscriber as the database holds them, without interests.
 *
 * @param id opaque id
 * @param address where mails go
 * @param state where the subscription stands
 * @param lastLinkAt when a link was last mailed
 */
record Subscriber(UUID id, String address, SubscriberState state, Optional<Instant> lastLinkAt) {

  /** Without the address: safe to log. */
  @Override
  public String toString() {
    return "Subscriber[id=" + id + ", state=" + state + "]";
  }
}
