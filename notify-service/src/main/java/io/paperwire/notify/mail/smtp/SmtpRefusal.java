package io.paperwire.notify.mail.smtp;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whom a server's "no" concerns: the address, the mail, or us. The enhanced status says it
 * (RFC 3463, with the additions of RFC 7505 and others at IANA), whatever step it answers: servers
 * commonly put off what they have against a client or a sender until they are told a recipient, and
 * what they have against a domain until they have seen the mail. Where there is none, the code and
 * the step have to do (RFC 5321, section 4.2.3).
 */
public final class SmtpRefusal {

  /** The step that was answered. */
  enum Step {
    /** {@code MAIL FROM}. */
    SENDER,
    /** {@code RCPT TO}. */
    RECIPIENT,
    /** {@code DATA}, or the end of the mail. */
    MAIL,
    /** Of a conversation between others, of which a report came later and names the recipient. */
    REPORTED
  }

  /** What an answer concerns. */
  public enum Concern {
    /** Nothing for good: the server wants to be asked again. */
    LATER,
    /** The address: nobody is there. */
    ADDRESS,
    /** The mailbox: it is full, and may be emptied. */
    MAILBOX_FULL,
    /** This mail, for what it is. */
    MAIL,
    /** By its policy or set-up the server takes no such mail; most likely none of ours. */
    POLICY,
    /** Us, before any recipient was named. */
    ALL_MAILS
  }

  private static final int FIRST_TEMPORARY = 400;
  private static final int FIRST_PERMANENT = 500;
  private static final int AUTHENTICATION_REQUIRED = 530;
  private static final int NO_SUCH_USER = 550;
  private static final int NOT_LOCAL = 551;
  private static final int TOO_LARGE = 552;
  private static final int NO_SUCH_NAME = 553;
  private static final int DOMAIN_TAKES_NO_MAIL = 556;

  private static final Pattern STATUS =
      Pattern.compile("\\d{3}[ -][245]\\.(\\d{1,3}\\.\\d{1,3})\\b");

  /** X.1.x is about addresses, but also about the sender's; 10 is a domain without mail. */
  private static final Set<String> BAD_RECIPIENT =
      Set.of("1.1", "1.2", "1.3", "1.4", "1.6", "1.10");

  /**
   * Answers to a recipient's name that say little by themselves. Exchange Online says 5.4.1 of a
   * recipient that its directory does not have; others say 5.1.0 of any address, the sender's too.
   */
  private static final Set<String> BAD_WHERE_NAMED = Set.of("1.0", "4.1");

  private static final Pattern QUOTED = Pattern.compile("[45]\\d{2}(?=[ -]|$)");

  private static final Pattern OF_THE_SENDER = Pattern.compile("\\b(?:sender|mail from)\\b");

  private static final String MAILBOX = "2.";

  /** A "persistent transient failure", whatever the code before it says (RFC 3463, 3.3). */
  private static final String FULL = "2.2";

  private static final Set<String> TOO_LONG = Set.of("2.3", "3.4");
  private static final String CONTENT = "6.";

  /**
   * Exim, which gives no enhanced status, says "relay not permitted" to whomever it does not know.
   */
  private static final String RELAY = "relay";

  private SmtpRefusal() {}

  /**
   * What a refusal concerns.
   *
   * @param code three digits, 400 or more
   * @param answer the first line of the answer, with the code
   */
  static Concern concern(Step step, int code, String answer) {
    if (code < FIRST_PERMANENT) {
      return Concern.LATER;
    }
    if (code == AUTHENTICATION_REQUIRED) {
      return Concern.ALL_MAILS;
    }
    String words = answer.toLowerCase(Locale.ROOT);
    Concern concern =
        status(answer)
            .map(status -> byStatus(step, status, words))
            .orElseGet(() -> byCode(step, code, words));
    return switch (step) {
      // Nobody was named yet; only the size of the mail may have been.
      case SENDER ->
          concern == Concern.MAIL || code == TOO_LARGE ? Concern.MAIL : Concern.ALL_MAILS;
      case RECIPIENT, MAIL, REPORTED -> concern;
    };
  }

  /**
   * What a failure concerns that is reported in a delivery status notification (RFC 3464). What the
   * other server said counts more than the status that the reporting one made of it.
   *
   * @param status the enhanced status, such as {@code 5.1.1}
   * @param said what the other server said, on one line, if it is told
   */
  public static Concern reported(String status, Optional<String> said) {
    String words = said.orElse("");
    Matcher quoted = QUOTED.matcher(words);
    if (!quoted.lookingAt()) {
      int code = status.startsWith("5") ? FIRST_PERMANENT : FIRST_TEMPORARY;
      return concern(Step.REPORTED, code, "%d %s %s".formatted(code, status, words));
    }
    int code = Integer.parseInt(quoted.group());
    return concern(
        Step.REPORTED,
        code,
        status(words).isPresent()
            ? words
            : "%d %s%s".formatted(code, status, words.substring(quoted.end())));
  }

  private static Optional<String> status(String answer) {
    Matcher status = STATUS.matcher(answer);
    return status.lookingAt() ? Optional.of(status.group(1)) : Optional.empty();
  }

  private static Concern byStatus(Step step, String status, String words) {
    if (TOO_LONG.contains(status) || status.startsWith(CONTENT)) {
      return Concern.MAIL;
    }
    if (status.equals(FULL)) {
      return Concern.MAILBOX_FULL;
    }
    boolean isBadName =
        (step == Step.RECIPIENT || step == Step.REPORTED)
            && BAD_WHERE_NAMED.contains(status)
            && !OF_THE_SENDER.matcher(words).find();
    return isBadName || BAD_RECIPIENT.contains(status) || status.startsWith(MAILBOX)
        ? Concern.ADDRESS
        : Concern.POLICY;
  }

  private static Concern byCode(Step step, int code, String words) {
    return switch (step) {
      case SENDER -> Concern.ALL_MAILS;
      case RECIPIENT ->
          switch (code) {
            case NO_SUCH_USER -> words.contains(RELAY) ? Concern.POLICY : Concern.ADDRESS;
            case NOT_LOCAL, NO_SUCH_NAME, DOMAIN_TAKES_NO_MAIL -> Concern.ADDRESS;
            case TOO_LARGE -> Concern.MAIL;
            default -> Concern.POLICY;
          };
      // Nobody says at which step; a code alone may be about the mail.
      case MAIL, REPORTED -> code == TOO_LARGE ? Concern.MAIL : Concern.POLICY;
    };
  }
}
