package io.paperwire.notify.web.account;

import java.time.Duration;

/** What became of a wish to subscribe, or to get one's link. */
public sealed interface SignUp {

  /**
   * If the address can be written to, a mail with the next step is on its way; or the mail server
   * still thinks about it.
   */
  record MailSent() implements SignUp {}

  /** The form is wrong. */
  record Rejected(FieldErrors errors) implements SignUp {}

  /**
   * A mail went to this address a moment ago; none was sent now.
   *
   * @param retryAfter when it may be tried again
   */
  record TooSoon(Duration retryAfter) implements SignUp {}

  /**
   * This client has asked for too many mails in a short time; none was sent.
   *
   * @param retryAfter when it may be tried again
   */
  record TooMany(Duration retryAfter) implements SignUp {}

  /**
   * The mail server cannot be reached now.
   *
   * @param retryAfter when it may be tried again
   */
  record NotSent(Duration retryAfter) implements SignUp {}
}
