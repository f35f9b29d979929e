package io.paperwire.notify.mail.smtp;

import io.paperwire.notify.mail.MailOutcome;
import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a failure what is to be done next: whether the server answered, and if so, whom its
 * answer concerns ({@link SmtpRefusal}).
 */
public final class SmtpAnswers {

  private static final int ANSWER_CHARACTERS = 300;

  /** Looked for where a word begins only, or a long word would be read from each of its letters. */
  private static final Pattern ADDRESS =
      Pattern.compile("<?(?<![^\\s<>@,;:\"])[^\\s<>@,;:\"]++@[^\\s<>@,;:\"]+>?");

  /**
   * The server closes the connection (RFC 5321, section 3.8), or has given it up; the latter is
   * what 4.4.2 says under any code.
   */
  private static final Pattern FAREWELL = Pattern.compile("421\\b|4\\d\\d[ -]4\\.4\\.2\\b");

  /** The database takes no NUL, and a log no control that moves its reader's cursor. */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Cc}]+");

  private SmtpAnswers() {}

  /** The server took the mail. */
  static MailOutcome accepted(String answer) {
    return new MailOutcome.Accepted(withoutAddresses(answer));
  }

  /**
   * A conversation ended without the mail being taken.
   *
   * @param handedOver whether the whole mail had been sent by then
   */
  static MailOutcome failed(MessagingException failure, boolean handedOver) {
    return causes(failure)
        .flatMap(SmtpAnswers::answer)
        .findFirst()
        .orElseGet(
            () ->
                handedOver
                    ? new MailOutcome.Unanswered(
                        "the answer to the whole mail got lost: " + reason(failure))
                    : new MailOutcome.Deferred("the conversation broke off: " + reason(failure)));
  }

  /** Whether the server said why, rather than falling silent. */
  static boolean isAnswered(MessagingException failure) {
    return causes(failure).flatMap(SmtpAnswers::answer).findFirst().isPresent();
  }

  /**
   * Whether what looks like an answer was the server's last word on the connection. On one that
   * rested it was said before anything was asked, and has nothing to do with the mail.
   */
  static boolean isFarewell(MessagingException failure) {
    return causes(failure)
        .flatMap(SmtpAnswers::answer)
        .findFirst()
        .filter(
            outcome ->
                outcome instanceof MailOutcome.Deferred(String answer)
                    && FAREWELL.matcher(answer).lookingAt())
        .isPresent();
  }

  /** A server's answer on one short line, without anybody's address. */
  public static String withoutAddresses(@Nullable String answer) {
    String line =
        BETWEEN_WORDS
            .matcher(Objects.requireNonNullElse(answer, "no reason"))
            .replaceAll(" ")
            .strip();
    String anonymous = ADDRESS.matcher(line).replaceAll("<address>");
    return anonymous.length() <= ANSWER_CHARACTERS
        ? anonymous
        : anonymous.substring(0, ANSWER_CHARACTERS - 1) + "…";
  }

  /**
   * An answer without what stands before the {@code @} of an address: many servers name a mailbox
   * by that alone ({@code 550 5.1.1 anna: user unknown}).
   */
  public static String withoutNameOf(String address, String answer) {
    String name = address.substring(0, Math.max(0, address.lastIndexOf('@')));
    return name.isEmpty()
        ? answer
        : Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(answer)
            .replaceAll("<name>");
  }

  private static Stream<MailOutcome> answer(Throwable failure) {
    return switch (failure) {
      case SMTPAddressFailedException refusal when refusal.getReturnCode() > 0 ->
          Stream.of(
              refused(SmtpRefusal.Step.RECIPIENT, refusal.getReturnCode(), refusal.getMessage()));
      // The refusals of the recipient are chained behind it.
      case SMTPSendFailedException refusal when refusal.getReturnCode() > 0 ->
          Stream.of(refused(step(refusal), refusal.getReturnCode(), refusal.getMessage()));
      default -> Stream.empty();
    };
  }

  private static SmtpRefusal.Step step(SMTPSendFailedException refusal) {
    return refusal.getCommand().startsWith("MAIL FROM")
        ? SmtpRefusal.Step.SENDER
        : SmtpRefusal.Step.MAIL;
  }

  private static MailOutcome refused(SmtpRefusal.Step step, int code, @Nullable String answer) {
    String line = withoutAddresses(answer);
    return switch (SmtpRefusal.concern(step, code, line)) {
      case LATER -> new MailOutcome.Deferred(line);
      case ADDRESS -> new MailOutcome.Refused(line);
      case MAILBOX_FULL -> new MailOutcome.MailboxFull(line);
      case MAIL -> new MailOutcome.Rejected(line);
      case POLICY -> new MailOutcome.Denied(line);
      case ALL_MAILS -> new MailOutcome.Unwelcome(line);
    };
  }

  /** What went wrong, from the innermost cause, which says most. */
  static String reason(MessagingException failure) {
    Throwable last = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    String message = last.getMessage();
    String name = last.getClass().getSimpleName();
    return withoutAddresses(message == null || message.isBlank() ? name : name + ": " + message);
  }

  /** Jakarta Mail chains exceptions in its own way, beside the usual one. */
  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(
            Optional.of(failure), Optional::isPresent, cause -> cause.flatMap(SmtpAnswers::next))
        .flatMap(Optional::stream);
  }

  private static Optional<Throwable> next(Throwable failure) {
    return failure instanceof MessagingException mail && mail.getNextException() != null
        ? Optional.of(mail.getNextException())
        : Optional.ofNullable(failure.getCause());
  }
}
