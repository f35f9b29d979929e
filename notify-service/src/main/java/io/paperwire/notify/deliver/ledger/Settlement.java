package io.paperwire.notify.deliver.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A closed account.
 *
 * @param digestId the digest
 * @param subscriberId to whom it went, or did not
 * @param verdict how it ended
 * @param at when
 * @param answer the mail server's answer or our reason, without an address
 */
public record Settlement(
    String digestId, UUID subscriberId, Verdict verdict, Instant at, String answer) {}
