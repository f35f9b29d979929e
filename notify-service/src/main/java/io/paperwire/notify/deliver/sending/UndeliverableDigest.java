package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.Claim;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No mail can be made of a digest, however often it is tried. */
public final class UndeliverableDigest extends RuntimeException {

  private final transient @Nullable Claim claim;

  /** Because of a failure. */
  public UndeliverableDigest(String message, Throwable cause) {
    super(message, cause);
    this.claim = null;
  }

  /** Because of what it is. */
  public UndeliverableDigest(String message) {
    super(message);
    this.claim = null;
  }

  /** Because of a failure after it was claimed. */
  UndeliverableDigest(String message, Throwable cause, Claim claim) {
    super(message, cause);
    this.claim = claim;
  }

  /** The claim on it, if it was claimed. */
  Optional<Claim> claim() {
    return Optional.ofNullable(claim);
  }
}
