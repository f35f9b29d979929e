package io.paperwire.notify.deliver.ledger;

import java.util.UUID;

/**
 * Names a digest that is to be delivered.
 *
 * @param digestId unique and the same whenever the digest is read
 * @param subscriberId to whom
 * @param messageId the Message-ID of its mail
 */
public record Delivery(String digestId, UUID subscriberId, String messageId) {}
