package io.paperwire.ingest.identity;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An arXiv id, taken apart. Since April 2007 ids are {@code YYMM.NNNN}, since January 2015 {@code
 * YYMM.NNNNN}; before, {@code archive/YYMMNNN} with an optional subject class ({@code
 * math.GT/0309136}) that is no part of the id. Source: arXiv, "Understanding the arXiv identifier".
 *
 * @param key the id without prefix and version, for example {@code 2401.01234} or {@code
 *     hep-th/9901001}
 * @param version the number after the v, where one was given
 */
public record ArxivId(String key, OptionalInt version) {

  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)^(?:oai:arxiv\\.org:|arxiv:\\s*"
              + "|(?:https?://)?(?:www\\.|export\\.)?arxiv\\.org/(?:abs|pdf|html|format|e-print)/"
              + "|(?:(?:https?://)?(?:dx\\.|www\\.)?doi\\.org/|doi:\\s*)?10\\.48550/arxiv\\.)");
  private static final Pattern AFTER_URL = Pattern.compile("(?i)(?:\\.pdf)?/?(?:[?#].*)?$");
  private static final Pattern NEW_STYLE =
      Pattern.compile("(\\d{2})(\\d{2})\\.(\\d{4,5})(?:[vV](\\d{1,4}))?");
  private static final Pattern OLD_STYLE =
      Pattern.compile(
          "([a-zA-Z-]+)(?:\\.[a-zA-Z-]{2,})?/(\\d{2})(\\d{2})(\\d{3})(?:[vV](\\d{1,4}))?");

  private static final int CENTURY = 2000;
  private static final int FIRST_NEW_STYLE_MONTH = 704;
  private static final int FIRST_FIVE_DIGIT_MONTH = 1501;

  /** The archives that gave out old-style ids; the list is closed since April 2007. */
  private static final Set<String> ARCHIVES =
      Set.of(
          "acc-phys",
          "adap-org",
          "alg-geom",
          "ao-sci",
          "astro-ph",
          "atom-ph",
          "bayes-an",
          "chao-dyn",
          "chem-ph",
          "cmp-lg",
          "comp-gas",
          "cond-mat",
          "cs",
          "dg-ga",
          "funct-an",
          "gr-qc",
          "hep-ex",
          "hep-lat",
          "hep-ph",
          "hep-th",
          "math",
          "math-ph",
          "mtrl-th",
          "nlin",
          "nucl-ex",
          "nucl-th",
          "patt-sol",
          "physics",
          "plasm-ph",
          "q-alg",
          "q-bio",
          "quant-ph",
          "solv-int",
          "supr-con");

  /** True if the text claims to be an arXiv id: by prefix, address or arXiv's DOI prefix. */
  public static boolean isClaimedBy(String text) {
    return PREFIX.matcher(text).find();
  }

  /** Reads an id in any of its forms; empty if the text is none. */
  public static Optional<ArxivId> parse(String text) {
    Matcher prefix = PREFIX.matcher(text);
    String bare =
        prefix.find() ? AFTER_URL.matcher(text.substring(prefix.end())).replaceFirst("") : text;
    return newStyle(bare).or(() -> oldStyle(bare));
  }

  /** The canonical id, which has no version. */
  public CanonicalId canonical() {
    return new CanonicalId("arxiv:" + key);
  }

  /**
   * The place of a new-style id in the order in which arXiv gave ids out: month and number as one
   * figure, so that a later id has a greater one. Empty for old-style ids, whose archives counted
   * apart.
   */
  public Optional<Long> sequence() {
    Matcher matcher = NEW_STYLE.matcher(key);
    return matcher.matches()
        ? Optional.of(
            Long.parseLong(matcher.group(1) + matcher.group(2)) * 100_000
                + Long.parseLong(matcher.group(3)))
        : Optional.empty();
  }

  /** The month in which a new-style id was given out; empty for old-style ids. */
  public Optional<YearMonth> month() {
    Matcher matcher = NEW_STYLE.matcher(key);
    return matcher.matches()
        ? Optional.of(
            YearMonth.of(
                CENTURY + Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  private static Optional<ArxivId> newStyle(String bare) {
    Matcher matcher = NEW_STYLE.matcher(bare);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int month = Integer.parseInt(matcher.group(1) + matcher.group(2));
    int digits = month >= FIRST_FIVE_DIGIT_MONTH ? 5 : 4;
    if (month < FIRST_NEW_STYLE_MONTH
        || !isMonth(matcher.group(2))
        || matcher.group(3).length() != digits) {
      return Optional.empty();
    }
    return versioned(matcher.group(1) + matcher.group(2) + "." + matcher.group(3), matcher, 4);
  }

  private static Optional<ArxivId> oldStyle(String bare) {
    Matcher matcher = OLD_STYLE.matcher(bare);
    if (!matcher.matches() || !isMonth(matcher.group(3))) {
      return Optional.empty();
    }
    String archive = matcher.group(1).toLowerCase(Locale.ROOT);
    if (!ARCHIVES.contains(archive)) {
      return Optional.empty();
    }
    String number = matcher.group(2) + matcher.group(3) + matcher.group(4);
    return versioned(archive + "/" + number, matcher, 5);
  }

  private static Optional<ArxivId> versioned(String key, Matcher matcher, int group) {
    Optional<String> digits = Optional.ofNullable(matcher.group(group));
    if (digits.isEmpty()) {
      return Optional.of(new ArxivId(key, OptionalInt.empty()));
    }
    int version = Integer.parseInt(digits.get());
    return version == 0 ? Optional.empty() : Optional.of(new ArxivId(key, OptionalInt.of(version)));
  }

  private static boolean isMonth(String digits) {
    int month = Integer.parseInt(digits);
    return month >= 1 && month <= 12;
  }
}
