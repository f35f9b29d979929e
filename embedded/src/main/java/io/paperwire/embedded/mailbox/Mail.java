package io.paperwire.embedded.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A mail as it arrived. A mail is a stranger's text: what cannot be decoded is kept as it came, so
 * that no mail makes the mailbox fail.
 *
 * @param number its place in the order of arrival, from 1
 * @param from sender, decoded; empty if there is none
 * @param to recipients, decoded, comma-separated; empty if there are none
 * @param subject subject, decoded; empty if there is none
 * @param receivedAt when it arrived
 * @param headers all headers in order, not decoded
 * @param html the HTML part, if there is one
 * @param text the plain text part, if there is one
 * @param source the whole mail as it came over the wire
 */
public record Mail(
    int number,
    String from,
    String to,
    String subject,
    Instant receivedAt,
    List<HeaderLine> headers,
    Optional<String> html,
    Optional<String> text,
    String source) {

  /** One header. */
  public record HeaderLine(String name, String value) {}

  public Mail {
    headers = List.copyOf(headers);
  }

  /** Value of the first header of a name, compared without case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(HeaderLine::value)
        .findFirst();
  }

  static Mail read(int number, MimeMessage message) {
    try {
      ByteArrayOutputStream source = new ByteArrayOutputStream();
      message.writeTo(source);
      return new Mail(
          number,
          decoded(message, "From"),
          decoded(message, RecipientType.TO.toString()),
          decoded(message, "Subject"),
          Optional.ofNullable(message.getReceivedDate()).orElseThrow().toInstant(),
          headers(message),
          part(message, "text/html"),
          part(message, "text/plain"),
          source.toString(StandardCharsets.UTF_8));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("mail " + number + " cannot be read", e);
    }
  }

  /** All headers of a name as people read them; empty if there are none. */
  private static String decoded(MimeMessage message, String name) throws MessagingException {
    String raw = Optional.ofNullable(message.getHeader(name, ", ")).orElse("");
    String line = MimeUtility.unfold(raw);
    try {
      return MimeUtility.decodeText(line);
    } catch (UnsupportedEncodingException e) {
      return line;
    }
  }

  private static List<HeaderLine> headers(MimeMessage message) throws MessagingException {
    return Collections.list(message.getAllHeaders()).stream()
        .map((Header header) -> new HeaderLine(header.getName(), header.getValue()))
        .toList();
  }

  /** The first part of a type that can be read. */
  private static Optional<String> part(Part part, String type) {
    try {
      if (part.isMimeType(type)) {
        return Optional.of(text(part));
      }
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          BodyPart child = parts.getBodyPart(i);
          Optional<String> found = part(child, type);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    } catch (MessagingException | IOException e) {
      return Optional.empty();
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    try {
      return (String) part.getContent();
    } catch (UnsupportedEncodingException e) {
      try (InputStream bytes = part.getInputStream()) {
        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
