package io.paperwire.notify.mail;

import java.util.function.UnaryOperator;

/**
 * What became of a mail that was handed to a mail server. The texts are the server's answer without
 * the subscriber's address, or the reason in our words; they may be logged and stored.
 */
public sealed interface MailOutcome {

  /**
   * The server took the mail and answers for it from here.
   *
   * @param answer for example {@code 250 2.0.0 Ok: queued as 4D2F1}
   */
  record Accepted(String answer) implements MailOutcome {}

  /** The server refuses this mail for good (5xx). */
  sealed interface Refusal extends MailOutcome {

    /** What the server said. */
    String answer();
  }

  /**
   * The server will never take a mail for this address: nobody is there.
   *
   * @param answer for example {@code 550 5.1.1 <address>: no such user}
   */
  record Refused(String answer) implements Refusal {}

  /**
   * The server takes no mail for this address until its reader makes room. That may be soon.
   *
   * @param answer for example {@code 552 5.2.2 <address>: mailbox full}
   */
  record MailboxFull(String answer) implements Refusal {}

  /**
   * The server does not take this mail for what it is, such as its size. Others may go through, and
   * the address is not to blame.
   *
   * @param answer for example {@code 552 5.3.4 message size exceeds fixed limit}
   */
  record Rejected(String answer) implements Refusal {}

  /**
   * The server does not let this mail through by its policy or its set-up. As a rule it lets none
   * through until an operator mends something, but it may be this mail alone.
   *
   * @param answer for example {@code 554 5.7.1 <address>: relay access denied}
   */
  record Denied(String answer) implements Refusal {}

  /**
   * The server does not take this mail now, others perhaps (4xx).
   *
   * @param answer for example {@code 450 4.2.0 greylisted}
   */
  record Deferred(String answer) implements MailOutcome {}

  /**
   * The server takes no mail of ours, and said so for good before it was told a recipient (5xx).
   * This mail was not taken.
   *
   * @param answer for example {@code 530 5.7.0 authentication required}
   */
  record Unwelcome(String answer) implements MailOutcome {}

  /**
   * No server talks to us, or none wants us as a client: no mail would go through now. This mail
   * was not taken.
   *
   * @param reason for example {@code cannot connect to mail.example.org:587: connection refused}
   */
  record Unreachable(String reason) implements MailOutcome {}

  /**
   * The whole mail was handed over, but the answer got lost. The server may have taken it or not.
   *
   * @param reason for example {@code no answer to the end of the mail: read timed out}
   */
  record Unanswered(String reason) implements MailOutcome {}

  /** The same outcome, told in other words. */
  default MailOutcome retold(UnaryOperator<String> words) {
    return switch (this) {
      case Accepted(String answer) -> new Accepted(words.apply(answer));
      case Refused(String answer) -> new Refused(words.apply(answer));
      case MailboxFull(String answer) -> new MailboxFull(words.apply(answer));
      case Rejected(String answer) -> new Rejected(words.apply(answer));
      case Denied(String answer) -> new Denied(words.apply(answer));
      case Deferred(String answer) -> new Deferred(words.apply(answer));
      case Unwelcome(String answer) -> new Unwelcome(words.apply(answer));
      case Unreachable(String reason) -> new Unreachable(words.apply(reason));
      case Unanswered(String reason) -> new Unanswered(words.apply(reason));
    };
  }
}
