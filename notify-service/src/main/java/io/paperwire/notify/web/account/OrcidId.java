package io.paperwire.notify.web.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ORCID iDs as people write them. */
public final class OrcidId {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i)(?:(?:https?://)?(?:www\\.)?orcid\\.org/|orcid:)?\\s*"
              + "(\\d{4})[- ]?(\\d{4})[- ]?(\\d{4})[- ]?(\\d{3}[\\dX])/?");
  private static final int MODULUS = 11;

  private OrcidId() {}

  /** The iD in its usual form; nothing if it is none or its last character shows a typo. */
  public static Optional<String> read(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      return Optional.empty();
    }
    String orcid =
        String.join("-", written.group(1), written.group(2), written.group(3), written.group(4))
            .toUpperCase(Locale.ROOT);
    return isWhole(orcid.replace("-", "")) ? Optional.of(orcid) : Optional.empty();
  }

  /** Whether it is written as an iD, but its last character shows a typo. */
  static boolean isMistyped(String text) {
    return WRITTEN.matcher(text.strip()).matches() && read(text).isEmpty();
  }

  /** By ISO 7064, MOD 11-2. */
  private static boolean isWhole(String characters) {
    int total = 0;
    for (int i = 0; i < characters.length() - 1; i++) {
      total = (total + Character.digit(characters.charAt(i), 10)) * 2 % MODULUS;
    }
    int check = (MODULUS + 1 - total) % MODULUS;
    return characters.endsWith(check == MODULUS - 1 ? "X" : Integer.toString(check));
  }
}
