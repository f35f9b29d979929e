package io.paperwire.notify.token;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What became of a check of a token. Only {@link Valid} grants anything. */
public sealed interface TokenOutcome {

  /**
   * Signed by a secret of ours, for this scope, and still good.
   *
   * @param subscriberId whom the token speaks for
   * @param issuedAt when it was made, to the second; empty for one that holds for ever
   */
  record Valid(UUID subscriberId, Optional<Instant> issuedAt) implements TokenOutcome {}

  /** Genuine and for this scope, but too old. Its reader may be offered a fresh link by mail. */
  record Expired() implements TokenOutcome {}

  /**
   * Genuine, but made for something else.
   *
   * @param actual what it was made for
   */
  record WrongScope(TokenScope actual) implements TokenOutcome {}

  /** Looks like a token, but no secret of ours signed it. */
  record Forged() implements TokenOutcome {}

  /** Not a token: cut off, garbled, or of a format that this version does not know. */
  record Malformed() implements TokenOutcome {}
}
