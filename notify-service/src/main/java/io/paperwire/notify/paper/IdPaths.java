package io.paperwire.notify.paper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes ids as the rest of a path. Ids hold colons and slashes, and DOIs may hold anything
 * printable; a slash stays, and whatever a path may not hold is percent-encoded (RFC 3986).
 */
public final class IdPaths {

  private static final String PLAIN = "-._~:/!$'()*+,;=@";

  private static final Pattern OCTET = Pattern.compile("%([0-9A-Fa-f]{2})");

  private IdPaths() {}

  /** Where a DOI leads. */
  public static String ofDoi(String doi) {
    return "https://doi.org/" + encoded(doi);
  }

  /** The id that is the rest of a path; what is encoded as no text is left as it stands. */
  public static String decoded(String path) {
    ByteBuffer octets = ByteBuffer.allocate(3 * path.length());
    int from = 0;
    for (Matcher found = OCTET.matcher(path); found.find(); from = found.end()) {
      octets.put(path.substring(from, found.start()).getBytes(StandardCharsets.UTF_8));
      octets.put((byte) Integer.parseInt(found.group(1), 16));
    }
    octets.put(path.substring(from).getBytes(StandardCharsets.UTF_8));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
    } catch (CharacterCodingException _) {
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
