package io.paperwire.notify.paper;

import java.nio.charset.StandardCharsets;

/**
 * Writes ids as the rest of a path. Ids hold colons and slashes, and DOIs may hold anything
 * printable; a slash stays, and whatever a path may not hold is percent-encoded (RFC 3986).
 */
public final class IdPaths {

  private static final String PLAIN = "-._~:/!$'()*+,;=@";

  private IdPaths() {}

  /** Where a DOI leads. */
  public static String ofDoi(String doi) {
    return "https://doi.org/" + encoded(doi);
  }

  /** An id as the rest of a path. */
  public static String encoded(String id) {
    StringBuilder path = new StringBuilder();
    for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
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
