package io.paperwire.notify.web.account;

import java.time.Duration;

/** What became of a wish to subscribe, or to get one's link. */
public sealed interface SignUp {

  /** If the address can be written to, a mail with the next step is on its way. */
  record MailSent() implements SignUp {}

  /** The form is wrong. */
  record Rejected(FieldErrors errors) implements SignUp {}

  /**
   * Too many in a short time, for this address or from this client.
   *
   * @param retryAfter when it may be tried again
   */
  record TooMany(Duration retryAfter) implements SignUp {}

  /** The mail server cannot be reached now. */
  record NotSent() implements SignUp {}
}
