package io.paperwire.notify.deliver.ledger;

import java.util.UUID;

/**
 * A digest that the ledger holds.
 *
 * @param digestId the digest
 * @param subscriberId to whom
 */
public record HeldDigest(String digestId, UUID subscriberId) {}
