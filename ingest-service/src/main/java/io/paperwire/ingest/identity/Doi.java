package io.paperwire.ingest.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DOI without resolver, in lower case: DOIs are case-insensitive (ISO 26324, DOI Handbook 2.4).
 * It has no spaces and no control characters, also where it was written with escapes.
 *
 * @param value prefix, slash, suffix, for example {@code 10.1234/abc}
 */
public record Doi(String value) {

  private static final Pattern RESOLVER =
      Pattern.compile("(?i)^(?:https?://)?(?:dx\\.|www\\.)?doi\\.org/");
  private static final Pattern LABEL = Pattern.compile("(?i)^doi:\\s*");

  /** What follows a resolver's address for others to count by; is no part of the DOI. */
  private static final Pattern QUERY = Pattern.compile("\\?[\\w.~-]+=.*$");

  private static final Pattern FORM =
      Pattern.compile("10\\.\\d{4,9}(?:\\.\\d+)*+/[^\\s\\p{Cc}\\p{Cs}\uFFFD]+");

  /** Between two DOIs; within one there may be commas and semicolons too. */
  private static final Pattern SEPARATORS =
      Pattern.compile("(?<![,;])[,;]++(?=\\s|$|(?i:doi:|https?:|10\\.))|\\s+");

  /** True if the text claims to be a DOI by its prefix. */
  public static boolean isClaimedBy(String text) {
    return LABEL.matcher(text).find() || RESOLVER.matcher(text).find();
  }

  /** Reads a DOI with or without {@code doi:} or a resolver's address; empty if it is none. */
  public static Optional<Doi> parse(String text) {
    Matcher resolver = RESOLVER.matcher(text);
    String doi =
        resolver.find()
            ? percentDecoded(QUERY.matcher(text.substring(resolver.end())).replaceFirst(""))
            : LABEL.matcher(text).replaceFirst("");
    return doi.length() <= Identity.MAX_CHARACTERS && FORM.matcher(doi).matches()
        ? Optional.of(new Doi(doi.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The first DOI in a text that may hold several, or words beside it. */
  public static Optional<Doi> firstOf(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : SEPARATORS.splitAsStream(text.strip()).flatMap(word -> parse(word).stream()).findFirst();
  }

  /** The canonical id of a paper that is known by its DOI. */
  public CanonicalId canonical() {
    return new CanonicalId("doi:" + value);
  }

  private static String percentDecoded(String doi) {
    try {
      return URLDecoder.decode(doi.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return doi; // a percent sign that is no escape stands for itself
    }
  }
}
