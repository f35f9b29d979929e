package io.paperwire.notify.mail.render;

import io.paperwire.schemas.Cadence;
import java.util.List;
import java.util.UUID;

/**
 * A wish to subscribe that the owner of the address has yet to confirm.
 *
 * @param subscriberId who is to be
 * @param address where the mail goes
 * @param interests what was asked for, in words for readers that are ours: whoever gets the mail
 *     may not have typed anything; may be empty
 * @param cadence how often
 */
public record ConfirmationRequest(
    UUID subscriberId, String address, List<String> interests, Cadence cadence) {

  public ConfirmationRequest {
    interests = List.copyOf(interests);
  }
}
