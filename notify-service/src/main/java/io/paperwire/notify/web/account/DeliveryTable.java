package io.paperwire.notify.web.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What reports change of the ledger of deliveries, inside a transaction that the caller holds. */
final class DeliveryTable {

  private static final String SENT = "sent";
  private static final String REFUSED = "refused";

  private final Handle handle;

  DeliveryTable(Handle handle) {
    this.handle = handle;
  }

  /**
   * A mail as the ledger has it.
   *
   * @param at when it was settled, or was begun
   * @param told whether the others know how it was settled
   */
  record Mail(String digestId, String state, Instant at, boolean told) {

    /** Whether a server took it, and nobody has said anything else since. */
    boolean isSent() {
      return state.equals(SENT);
    }

    /** Whether it is not known yet, to us or to the others, if a server takes it. */
    boolean isUnderWay() {
      return state.equals("claimed") || state.equals("deferred") || !told;
    }
  }

  /** A mail to a subscriber, held until the transaction ends. */
  Optional<Mail> lock(UUID subscriberId, String messageId) {
    return handle
        .createQuery(
            "select digest_id, state, coalesce(finished_at, claimed_at) as at, told from deliveries"
                + " where subscriber_id = :subscriber and message_id = :message for update")
        .bind("subscriber", subscriberId)
        .bind("message", messageId)
        .map(
            (row, context) ->
                new Mail(
                    row.getString("digest_id"),
                    row.getString("state"),
                    row.getTimestamp("at").toInstant(),
                    row.getBoolean("told")))
        .findFirst();
  }

  /**
   * Settles a mail that was sent as refused. It stays where it was in the order of mails: one that
   * was sent after it and taken shows that the address lives.
   */
  void refuse(String digestId, String answer) {
    handle
        .createUpdate(
            "update deliveries set state = :state, answer = :answer where digest_id = :id")
        .bind("state", REFUSED)
        .bind("answer", answer)
        .bind("id", digestId)
        .execute();
  }
}
