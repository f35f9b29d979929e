package io.paperwire.notify.mail.report;

import io.paperwire.notify.mail.report.RecipientStatus.Fate;
import io.paperwire.notify.mail.smtp.SmtpAnswers;
import io.paperwire.notify.mail.smtp.SmtpRefusal;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of a report's second part: groups of RFC 822 headers with blank lines between. */
final class StatusFields {

  /** A mail of ours has one recipient; forwarded to a list it may have some more. */
  private static final int MOST_RECIPIENTS = 100;

  private static final Pattern BLANK_LINES = Pattern.compile("\\r?\\n(?:[ \\t]*\\r?\\n)++");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\s]+");

  private StatusFields() {}

  /** What became of the mail for each recipient (RFC 3464, section 2.3). */
  static List<RecipientStatus> recipients(String fields) throws MessagingException {
    List<RecipientStatus> recipients = new ArrayList<>();
    // The first group is about the mail, unless a careless server left it out.
    for (String group : BLANK_LINES.split(fields, MOST_RECIPIENTS)) {
      recipient(headers(group)).ifPresent(recipients::add);
    }
    return recipients;
  }

  /** The kind of feedback in small letters (RFC 5965, section 3.1); empty if there is none. */
  static Optional<String> feedbackType(String fields) throws MessagingException {
    return field(headers(fields), "Feedback-Type").map(type -> type.toLowerCase(Locale.ROOT));
  }

  private static Optional<RecipientStatus> recipient(InternetHeaders group) {
    Optional<String> recipient =
        field(group, "Final-Recipient")
            .map(StatusFields::withoutType)
            .map(StatusFields::withoutBrackets);
    Optional<String> action = field(group, "Action");
    return recipient.isEmpty() || action.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RecipientStatus(
                recipient.get(),
                fate(action.get().toLowerCase(Locale.ROOT), recipient.get(), group)));
  }

  private static Fate fate(String action, String recipient, InternetHeaders group) {
    return switch (action) {
      case "failed" -> failed(recipient, group);
      case "delayed" -> new Fate.Delayed();
      // Delivered, relayed, expanded to the members of a list, and what is not known yet.
      default -> new Fate.Passed();
    };
  }

  private static Fate failed(String recipient, InternetHeaders group) {
    String status = field(group, "Status").map(StatusFields::firstWord).orElse("");
    Optional<String> said = field(group, "Diagnostic-Code").map(StatusFields::withoutType);
    return new Fate.Failed(
        SmtpRefusal.reported(status, said),
        SmtpAnswers.withoutNameOf(
            recipient, SmtpAnswers.withoutAddresses(said.orElse("status " + status))));
  }

  /** A field's value on one line, without characters that no text of ours may have. */
  private static Optional<String> field(InternetHeaders group, String name) {
    return Optional.ofNullable(group.getHeader(name, null))
        .map(value -> CONTROLS.matcher(value).replaceAll(" ").strip())
        .filter(value -> !value.isEmpty());
  }

  /** Of {@code rfc822; anna@example.net} what stands behind the type. */
  private static String withoutType(String typed) {
    return typed.substring(typed.indexOf(';') + 1).strip();
  }

  private static String withoutBrackets(String address) {
    return address.startsWith("<") && address.endsWith(">")
        ? address.substring(1, address.length() - 1)
        : address;
  }

  /** The status without the comment that may follow it. */
  private static String firstWord(String status) {
    int end = status.indexOf(' ');
    return end < 0 ? status : status.substring(0, end);
  }

  private static InternetHeaders headers(String group) throws MessagingException {
    return new InternetHeaders(
        new ByteArrayInputStream(group.strip().getBytes(StandardCharsets.UTF_8)), true);
  }
}
