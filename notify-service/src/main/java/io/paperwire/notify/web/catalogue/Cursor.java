package io.paperwire.notify.web.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list: after the paper with this place and id. A page that begins at a cursor is the
 * same page whatever has been added before it.
 *
 * @param place what the list is ordered by, greatest first: milliseconds since 1970, votes, or a
 *     rank
 * @param paperId tells papers of the same place apart
 */
public record Cursor(double place, String paperId) {

  private static final int MOST_CHARACTERS = 1000;

  /** Beyond any place that a list has, and within what the database's types hold. */
  private static final double GREATEST = 1e14;

  private static final char BETWEEN = ' ';

  /** The cursor as part of an address. */
  public String encoded() {
    byte[] text = (Double.toString(place) + BETWEEN + paperId).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** Reads {@link #encoded}; empty if it is anything else. */
  public static Optional<Cursor> decode(String encoded) {
    if (encoded.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      int between = text.indexOf(BETWEEN);
      if (between < 1 || text.indexOf('\0') >= 0) {
        return Optional.empty();
      }
      double place = Double.parseDouble(text.substring(0, between));
      return Math.abs(place) <= GREATEST
          ? Optional.of(new Cursor(place, text.substring(between + 1)))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
