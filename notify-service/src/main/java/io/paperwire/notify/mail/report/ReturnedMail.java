package io.paperwire.notify.mail.report;

import java.util.Optional;

/**
 * What a report returns of the mail that it is about.
 *
 * @param token what stands in its header {@value #TOKEN_HEADER}: proof, once it is checked
 * @param messageId its Message-ID with angle brackets, if it is of the form that ours have
 */
public record ReturnedMail(Optional<String> token, Optional<String> messageId) {

  /**
   * The header of each digest that a report has to return. Its token has a scope of its own, and
   * stands nowhere in the text, which readers hand on.
   */
  public static final String TOKEN_HEADER = "X-Paperwire-Report";

  /** Of a report that returns nothing. */
  static final ReturnedMail NOTHING = new ReturnedMail(Optional.empty(), Optional.empty());
}
