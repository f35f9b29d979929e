package io.paperwire.notify.token;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What the holder of a token may do. */
public enum TokenScope {
  /** Confirm that the address wants the mails (double opt-in). */
  CONFIRM('c', Optional.of(Duration.ofDays(2))),
  /** See and change the preferences of a subscription. */
  MANAGE('m', Optional.of(Duration.ofDays(90))),
  /** End a subscription. Never expires: whoever still has the mail may still stop the mails. */
  UNSUBSCRIBE('u', Optional.empty()),
  /** Say of papers whether more like them are wanted. */
  FEEDBACK('f', Optional.of(Duration.ofDays(90))),
  /**
   * Have all deleted that is known of a subscriber. No digest carries it, for they are handed on.
   */
  ERASE('e', Optional.of(Duration.ofDays(1))),
  /**
   * Report what became of a mail. Stands in a header of digests, which mail servers return, and not
   * in their text, which readers hand on.
   */
  REPORT('r', Optional.of(Duration.ofDays(90)));

  private final byte code;
  private final Optional<Duration> lifetime;

  TokenScope(char code, Optional<Duration> lifetime) {
    this.code = (byte) code;
    this.lifetime = lifetime;
  }

  /** How long a token of this scope holds; empty if for ever. */
  public Optional<Duration> lifetime() {
    return lifetime;
  }

  /** The byte that stands for the scope inside a token. */
  byte code() {
    return code;
  }

  /** The scope that a byte of a token stands for. */
  static Optional<TokenScope> of(byte code) {
    return Arrays.stream(values()).filter(scope -> scope.code == code).findFirst();
  }
}
