package io.paperwire.notify.paper;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Writes ids as the rest of a path. Ids hold colons and slashes, and DOIs may hold anything
 * printable; a slash stays, and whatever a path may not hold is percent-encoded (RFC 3986).
 */
public final class IdPaths {

  private static final String PLAIN = "-._~:/!$'()*+,;=@";

  /** What the decoder writes for bytes that are no text. */
  private static final char NO_TEXT = '\uFFFD';

  private IdPaths() {}

  /** Where a DOI leads. */
  public static String ofDoi(String doi) {
    return "https://doi.org/" + encoded(doi);
  }

  /** The id that is the rest of a path; one that is not encoded as paths are, as it stands. */
  public static String decoded(String path) {
    try {
      String id = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
      return id.indexOf(NO_TEXT) < 0 ? id : path;
    } catch (IllegalArgumentException _) {
      return path;
    }
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
