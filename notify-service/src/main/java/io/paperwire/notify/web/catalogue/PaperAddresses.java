package io.paperwire.notify.web.catalogue;

import java.nio.charset.StandardCharsets;

/**
 * Writes paper ids as paths. Ids hold colons and slashes, and DOIs may hold anything printable; a
 * slash stays, and whatever a path may not hold is percent-encoded (RFC 3986).
 */
public final class PaperAddresses {

  private static final String PLAIN = "-._~:/!$'()*+,;=@";

  private PaperAddresses() {}

  /** The path of a paper's page. */
  public static String page(String paperId) {
    return "/papers/" + encoded(paperId);
  }

  /** An id as the rest of a path. */
  public static String encoded(String paperId) {
    StringBuilder path = new StringBuilder();
    for (byte octet : paperId.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xff);
      boolean plain =
          character < 0x80
              && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
      if (plain) {
        path.append(character);
      } else {
        path.append('%').append("%02X".formatted((int) character));
      }
    }
    return path.toString();
  }
}
