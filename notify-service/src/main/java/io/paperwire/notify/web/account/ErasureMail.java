package io.paperwire.notify.web.account;

import java.time.Duration;

/** What became of a wish to get the link that erases. */
public sealed interface ErasureMail {

  /**
   * If there is something to erase, and no link that still holds, a mail with one is on its way.
   */
  record Taken() implements ErasureMail {}

  /**
   * This client has asked for too many mails in a short time; none was sent.
   *
   * @param retryAfter when it may be tried again
   */
  record TooMany(Duration retryAfter) implements ErasureMail {}

  /** The link by which it was asked for leads to no subscription. */
  record DeadLink() implements ErasureMail {}
}
