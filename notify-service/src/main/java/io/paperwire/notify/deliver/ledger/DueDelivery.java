package io.paperwire.notify.deliver.ledger;

import java.util.UUID;

/**
 * A digest that the ledger held, claimed again.
 *
 * @param claim the right to send it
 * @param subscriberId to whom
 * @param record its bytes as they were on the topic
 */
public record DueDelivery(Claim claim, UUID subscriberId, DigestRecord record) {}
