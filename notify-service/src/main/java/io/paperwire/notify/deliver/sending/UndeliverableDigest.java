package io.paperwire.notify.deliver.sending;

/** No mail can be made of a digest, however often it is tried. */
public final class UndeliverableDigest extends RuntimeException {

  /** Because of a failure. */
  public UndeliverableDigest(String message, Throwable cause) {
    super(message, cause);
  }

  /** Because of what it is. */
  public UndeliverableDigest(String message) {
    super(message);
  }
}
