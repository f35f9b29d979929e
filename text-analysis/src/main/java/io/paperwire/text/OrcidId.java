package io.paperwire.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ORCID iD, which names one person in the world.
 *
 * @param value 16 digits in groups of four, the last of which may be an X
 */
public record OrcidId(String value) {

  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i)(?:(?:https?://)?(?:www\\.)?orcid\\.org/|orcid:)?\\s*"
              + "(\\d{4})[- ]?(\\d{4})[- ]?(\\d{4})[- ]?(\\d{3}[\\dX])/?");

  /**
   * Checks the iD, with its check digit (ISO 7064 MOD 11-2).
   *
   * @throws IllegalArgumentException if it is none
   */
  public OrcidId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("'" + value + "' is not of the form 0000-0002-1825-0097");
    }
    if (!fits(value)) {
      throw new IllegalArgumentException("the ORCID iD '" + value + "' is mistyped");
    }
  }

  /**
   * Reads an iD as people and sources write it: as an address of orcid.org, without hyphens, in
   * small letters.
   *
   * @return nothing if it is none, or mistyped
   */
  public static Optional<OrcidId> read(String text) {
    return usualForm(text).filter(OrcidId::fits).map(OrcidId::new);
  }

  /** Whether it is written like an iD, but its check digit shows a typo. */
  public static boolean isMistyped(String text) {
    return usualForm(text).filter(id -> !fits(id)).isPresent();
  }

  /** The usual form of what is written like an iD, though its check digit may be wrong. */
  public static Optional<String> usualForm(String text) {
    return Optional.of(WRITTEN.matcher(text.strip()))
        .filter(Matcher::matches)
        .map(
            id ->
                String.join("-", id.group(1), id.group(2), id.group(3), id.group(4))
                    .toUpperCase(Locale.ROOT));
  }

  private static boolean fits(String id) {
    return id.charAt(id.length() - 1) == checkDigit(id);
  }

  private static char checkDigit(String id) {
    int total = 0;
    for (int i = 0; i < id.length() - 1; i++) {
      if (id.charAt(i) != '-') {
        total = (total + id.charAt(i) - '0') * 2;
      }
    }
    int rest = (12 - total % 11) % 11;
    return rest == 10 ? 'X' : (char) ('0' + rest);
  }

  @Override
  public String toString() {
    return value;
  }
}
