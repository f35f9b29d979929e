package io.paperwire.embedded.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mail as it arrived.
 *
 * @param number its place in the order of arrival, from 1
 * @param from sender, decoded
 * @param to recipients, decoded, comma-separated
 * @param subject subject, decoded; empty if there is none
 * @param receivedAt when it arrived
 * @param headers all headers in order
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
          addresses(message.getFrom()),
          addresses(message.getAllRecipients()),
          Optional.ofNullable(message.getSubject()).orElse(""),
          message.getReceivedDate().toInstant(),
          headers(message),
          part(message, "text/html"),
          part(message, "text/plain"),
          source.toString(StandardCharsets.UTF_8));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("mail " + number + " cannot be read", e);
    }
  }

  private static String addresses(jakarta.mail.Address[] addresses) {
    return Arrays.stream(addresses)
        .map(address -> ((InternetAddress) address).toUnicodeString())
        .collect(Collectors.joining(", "));
  }

  private static List<HeaderLine> headers(MimeMessage message) throws MessagingException {
    return Collections.list(message.getAllHeaders()).stream()
        .map((Header header) -> new HeaderLine(header.getName(), header.getValue()))
        .toList();
  }

  private static Optional<String> part(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return Optional.of((String) part.getContent());
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
  }
}
