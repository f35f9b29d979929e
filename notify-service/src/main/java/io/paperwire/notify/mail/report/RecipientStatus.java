package io.paperwire.notify.mail.report;

import io.paperwire.notify.mail.smtp.SmtpRefusal;

/**
 * What became of a mail for one recipient.
 *
 * @param recipient the address that the mail went to in the end, which is another one than we wrote
 *     to where it was forwarded
 * @param fate what became of it
 */
public record RecipientStatus(String recipient, Fate fate) {

  /** What became of a mail. */
  public sealed interface Fate {

    /**
     * It was given up.
     *
     * @param concern whom that concerns
     * @param answer what the server said, on one line and without an address
     */
    record Failed(SmtpRefusal.Concern concern, String answer) implements Fate {}

    /** It waits, and may still come. */
    record Delayed() implements Fate {}

    /** It came, or went on to where nobody reports. */
    record Passed() implements Fate {}
  }

  /** Without the address: safe to log. */
  @Override
  public String toString() {
    return "RecipientStatus[" + fate + "]";
  }
}
