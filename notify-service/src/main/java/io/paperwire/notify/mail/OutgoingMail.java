package io.paperwire.notify.mail;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A mail that is ready to be sent to one address.
 *
 * @param to the address
 * @param subject one line, unencoded
 * @param html the body for clients that show HTML
 * @param text the same for those that do not
 * @param messageId Message-ID with its angle brackets; the same for each attempt to send the same
 *     mail, so that a receiver can tell
 * @param headers further headers by name, in the order in which they are written
 */
public record OutgoingMail(
    String to,
    String subject,
    String html,
    String text,
    String messageId,
    Map<String, String> headers) {

  /** Characters that end a header, or that RFC 5322 bans from one. */
  private static final Pattern UNSAFE = Pattern.compile("[\\x00-\\x1f\\x7f]");

  private static final Pattern MESSAGE_ID = Pattern.compile("<[A-Za-z0-9._-]+@[A-Za-z0-9._-]+>");

  public OutgoingMail {
    requireLine("to", to);
    requireLine("subject", subject);
    headers.forEach(OutgoingMail::requireLine);
    if (!MESSAGE_ID.matcher(messageId).matches()) {
      throw new IllegalArgumentException("not a Message-ID: " + messageId);
    }
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  private static void requireLine(String name, String value) {
    if (UNSAFE.matcher(name).find() || UNSAFE.matcher(value).find()) {
      throw new IllegalArgumentException("header '" + name + "' holds a control character");
    }
  }

  /** Without the address and the bodies: safe to log. */
  @Override
  public String toString() {
    return "OutgoingMail[messageId=" + messageId + ", subject=" + subject + "]";
  }
}
