package io.paperwire.notify.deliver.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Names a digest that is to be delivered.
 *
 * @param digestId unique and the same whenever the digest is read
 * @param subscriberId to whom
 * @param messageId the Message-ID of its mail
 * @param paperIds the papers that it tells
 */
public record Delivery(
    String digestId, UUID subscriberId, String messageId, List<String> paperIds) {

  public Delivery {
    paperIds = List.copyOf(paperIds);
  }
}
