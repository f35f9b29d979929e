package io.paperwire.notify.web.catalogue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Writes paper ids as paths. Ids hold colons and slashes, and DOIs may hold anything printable; a
 * slash stays, and whatever a path may not hold is percent-encoded (RFC 3986).
 */
public final class PaperAddresses {

  private static final String PAPERS = "/papers/";
  private static final String PLAIN = "-._~:/!$'()*+,;=@";

  private PaperAddresses() {}

  /** The path of a paper's page. */
  public static String page(String paperId) {
    return PAPERS + encoded(paperId);
  }

  /**
   * The id in the address of a request to {@link #page}, or to the API's path that ends alike: all
   * that follows, slashes at the end included. A plus sign is one, and no space.
   *
   * @param asRouted what the router takes for the id: it has lost plus signs and the last slash
   * @param request the address that was asked for
   */
  public static String id(String asRouted, URI request) {
    String path = request.getRawPath();
    int start = path.indexOf(PAPERS);
    return start < 0
        ? asRouted
        : URLDecoder.decode(
            path.substring(start + PAPERS.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
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
