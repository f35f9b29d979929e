package io.paperwire.notify.web.client;

import java.time.Duration;

/** More is asked than can be answered: by one client, or by all together. */
public final class Overload extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean ofOneClient;
  private final Duration retryAfter;

  private Overload(String message, boolean ofOneClient, Duration retryAfter) {
    super(message);
    this.ofOneClient = ofOneClient;
    this.retryAfter = retryAfter;
  }

  /** One client asks too often. */
  public static Overload ofClient(Duration retryAfter) {
    return new Overload(
        "Very much was searched from where you are. Please try again in "
            + Math.max(1, retryAfter.toSeconds())
            + " s.",
        true,
        retryAfter);
  }

  /** All clients together ask for more than runs at the same time. */
  public static Overload ofAll(Duration retryAfter) {
    return new Overload(
        "Too many searches run at the moment. Please try again in a moment.", false, retryAfter);
  }

  /** Whether one client is the cause. */
  public boolean ofOneClient() {
    return ofOneClient;
  }

  /** When it may be tried again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
