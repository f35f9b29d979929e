package io.paperwire.notify.mail.smtp;

import io.paperwire.notify.mail.MailOutcome;
import jakarta.mail.MessagingException;
import java.util.OptionalInt;

/** The mail server could not be reached, or refused the connection or the login. */
final class NoConnection extends Exception {

  private static final int FIRST_PERMANENT = 500;

  private final OptionalInt refusal;
  private final String reason;

  /**
   * No connection came about.
   *
   * @param server its name for people
   * @param refusal the code of its answer, 400 or more, if it gave one
   */
  NoConnection(String server, OptionalInt refusal, MessagingException failure) {
    super(failure);
    this.refusal = refusal;
    this.reason = "no connection to the mail server " + server + ": " + SmtpAnswers.reason(failure);
  }

  /** Why, for people. */
  String reason() {
    return reason;
  }

  /** Whether the server is there and does not want us now; it may have enough clients. */
  boolean isForNow() {
    return refusal.isPresent() && refusal.getAsInt() < FIRST_PERMANENT;
  }

  /** Whether the server is there and does not want us at all, or does not know our password. */
  boolean isForGood() {
    return refusal.orElse(0) >= FIRST_PERMANENT;
  }

  /** What this means for a mail that was to be sent. */
  MailOutcome outcome() {
    return isForGood() ? new MailOutcome.Unwelcome(reason) : new MailOutcome.Unreachable(reason);
  }
}
