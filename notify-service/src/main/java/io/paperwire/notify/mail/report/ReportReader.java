package io.paperwire.notify.mail.report;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a raw mail (RFC 822) as a report: {@code multipart/report} (RFC 6522) with a part for
 * programs and one that returns the mail. Only the parts of the mail itself are looked at, none
 * inside a part: a report that somebody forwards is no report, however deep it lies.
 */
public final class ReportReader {

  private static final Set<String> STATUS =
      Set.of("message/delivery-status", "message/global-delivery-status");
  private static final Set<String> FEEDBACK = Set.of("message/feedback-report");
  private static final Set<String> RETURNED =
      Set.of(
          "message/rfc822",
          "message/rfc822-headers",
          "text/rfc822-headers",
          "message/global",
          "message/global-headers");

  /** Kinds of feedback by which a reader says that they want no more (RFC 5965, section 7.3). */
  private static final Set<String> COMPLAINTS = Set.of("abuse", "fraud", "opt-out", "opt-out-list");

  private static final Pattern MESSAGE_ID = Pattern.compile("<[A-Za-z0-9._-]+@[A-Za-z0-9._-]+>");

  /** Fields and headers are short; what is longer is no report. */
  private static final int MOST_BYTES = 256 * 1024;

  private static final Session SESSION = Session.getInstance(new Properties());

  private ReportReader() {}

  /** Reads a mail; whatever it holds, it throws nothing. */
  public static MailReport read(byte[] mail) {
    try {
      MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
      return message.isMimeType("multipart/report")
              && message.getContent() instanceof Multipart parts
          ? read(parts)
          : new MailReport.None("it is no multipart/report");
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      // Anybody writes here: what a parser stumbles over must not come again and again.
      return new MailReport.None("it cannot be read");
    }
  }

  private static MailReport read(Multipart parts) throws MessagingException, IOException {
    Optional<BodyPart> status = part(parts, STATUS);
    if (status.isPresent()) {
      return new MailReport.Status(returned(parts), StatusFields.recipients(text(status.get())));
    }
    Optional<BodyPart> feedback = part(parts, FEEDBACK);
    if (feedback.isEmpty()) {
      return new MailReport.None("it is a report of another kind");
    }
    return StatusFields.feedbackType(text(feedback.get())).filter(COMPLAINTS::contains).isPresent()
        ? new MailReport.Complaint(returned(parts))
        : new MailReport.None("it is feedback, but no complaint");
  }

  private static ReturnedMail returned(Multipart parts) throws MessagingException, IOException {
    Optional<BodyPart> returned = part(parts, RETURNED);
    if (returned.isEmpty()) {
      return ReturnedMail.NOTHING;
    }
    InternetHeaders headers =
        new InternetHeaders(new ByteArrayInputStream(bytes(returned.get())), true);
    return new ReturnedMail(
        header(headers, ReturnedMail.TOKEN_HEADER),
        header(headers, "Message-ID").filter(id -> MESSAGE_ID.matcher(id).matches()));
  }

  private static Optional<String> header(InternetHeaders headers, String name) {
    return Optional.ofNullable(headers.getHeader(name, null)).map(String::strip);
  }

  private static Optional<BodyPart> part(Multipart parts, Set<String> types)
      throws MessagingException {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (types.stream().anyMatch(type -> isOf(part, type))) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(Part part, String type) {
    try {
      return part.isMimeType(type);
    } catch (MessagingException unreadable) {
      return false;
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    return new String(bytes(part), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Part part) throws MessagingException, IOException {
    try (InputStream stream = part.getInputStream()) {
      return stream.readNBytes(MOST_BYTES);
    }
  }
}
