package io.paperwire.provisioning;

import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A broker or a registry could not be reached, refused, or holds what does not fit. */
public final class ProvisioningException extends RuntimeException {

  ProvisioningException(String message) {
    super(message);
  }

  ProvisioningException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }

  /** For a failure that a future reports: names what the future wraps. */
  static ProvisioningException of(String message, ExecutionException failure) {
    return new ProvisioningException(
        message, Optional.ofNullable(failure.getCause()).orElse(failure));
  }
}
