package io.paperwire.notify.web.outbox;

import java.time.Instant;
import java.util.UUID;

/** One thing that Kafka has still to hear. */
sealed interface OutboxRow {

  /** Place in the order. */
  long id();

  /** Whom it is about. */
  UUID subscriberId();

  /** The subscriber's interests have changed, or are gone. */
  record Interests(long id, UUID subscriberId) implements OutboxRow {}

  /** The subscriber has unsubscribed. */
  record Unsubscribed(long id, UUID subscriberId, Instant at) implements OutboxRow {}

  /**
   * A mail came back after a server had taken it.
   *
   * @param answer what the last server said, without an address
   */
  record Bounced(long id, UUID subscriberId, Instant at, String digestId, String answer)
      implements OutboxRow {}

  /** A reader called a mail spam. */
  record Complained(long id, UUID subscriberId, Instant at, String digestId) implements OutboxRow {}

  /**
   * A subscriber has said what they think of a paper.
   *
   * @param way {@code more} or {@code less} like it
   */
  record Feedback(long id, UUID subscriberId, Instant at, String paperId, String way)
      implements OutboxRow {}
}
