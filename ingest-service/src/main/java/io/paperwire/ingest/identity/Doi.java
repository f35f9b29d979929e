package io.paperwire.ingest.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DOI without resolver, in lower case: DOIs are case-insensitive (ISO 26324, DOI Handbook 2.4).
 *
 * @param value prefix, slash, suffix, for example {@code 10.1234/abc}
 */
public record Doi(String value) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)^(https?://(?:dx\\.|www\\.)?doi\\.org/|doi:\\s*)?(10\\.\\d{4,9}(?:\\.\\d+)*/\\S+)$");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
  private static final Pattern CLAIM =
      Pattern.compile("(?i)^(?:doi:|https?://(?:dx\\.)?doi\\.org/)");

  /** True if the text claims to be a DOI by its prefix. */
  public static boolean isClaimedBy(String text) {
    return CLAIM.matcher(text).find();
  }

  /** Reads a DOI with or without {@code doi:} or a resolver's address; empty if it is none. */
  public static Optional<Doi> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean address =
        Optional.ofNullable(matcher.group(1)).filter(prefix -> prefix.endsWith("/")).isPresent();
    String doi = address ? percentDecoded(matcher.group(2)) : matcher.group(2);
    return Optional.of(new Doi(doi.toLowerCase(Locale.ROOT)));
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
