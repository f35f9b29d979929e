package io.paperwire.library;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the ids of a work in what people and programs write into its fields. */
final class Identifiers {

  /** An old id may name its subject, as in {@code math.GT/0309136}, which is no part of it. */
  private static final String NUMBER =
      "(?:(\\d{4}\\.\\d{4,5})(?!\\d)|([a-z]+(?:-[a-z]+)?)(?:\\.[a-z-]{2,})?/(\\d{7})(?!\\d))";

  /** Semantic Scholar and DBLP give the id of "CoRR" as a volume, {@code abs/2401.01234}. */
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?i)(?:arxiv\\.org/(?:abs|pdf|html|format|ps)/|arxiv[:.\\s/]\\s*|^abs/)" + NUMBER);

  private static final Pattern BARE_ARXIV = Pattern.compile("(?i)" + NUMBER + "(?:v\\d+)?");
  private static final Pattern DOI = Pattern.compile("(?i)\\b10\\.\\d{4,9}/[^\\s\"<>{}]+");

  /** Where nothing else stands it may have angular brackets, as old ones have. */
  private static final Pattern BARE_DOI = Pattern.compile("(?i)\\b10\\.\\d{4,9}/[^\\s\"{}]+");

  /** What stands behind a DOI in an address. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?is)(?:/(?:full|e?pdf|abstract))?(?:\\.full(?:-text)?|\\.abstract)?(?:\\.pdf)?(?:\\+html)?"
              + "(?:[?#].*)?$");

  /** Of bioRxiv and medRxiv, whose addresses name the version as well. */
  private static final Pattern VERSIONED =
      Pattern.compile("(?i)(10\\.(?:1101|64898)/[\\d.]*\\d)v\\d.*");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String ARXIV_DOI = "10.48550/arxiv.";

  private Identifiers() {}

  /** The arXiv id of a field that holds nothing else, such as {@code eprint}. */
  static Optional<String> bareArxiv(String text) {
    Matcher matcher = BARE_ARXIV.matcher(text.strip());
    return matcher.matches() ? Optional.of(number(matcher)) : arxiv(text);
  }

  /** The first arXiv id in one of some texts that call it one. */
  static Optional<String> arxiv(String... texts) {
    return Stream.of(texts)
        .map(ARXIV::matcher)
        .filter(Matcher::find)
        .map(Identifiers::number)
        .findFirst();
  }

  private static String number(Matcher matcher) {
    return Optional.ofNullable(matcher.group(1))
        .orElseGet(() -> matcher.group(2).toLowerCase(Locale.ROOT) + "/" + matcher.group(3));
  }

  /**
   * The first DOI that is found; those that arXiv gives lead to {@link #arxiv}.
   *
   * @param field one that holds nothing else
   * @param text one that may name it
   */
  static Optional<String> doi(String field, String text) {
    return Stream.concat(bareDoi(field), namedDoi(text))
        .map(doi -> doi.toLowerCase(Locale.ROOT))
        .filter(doi -> !doi.startsWith(ARXIV_DOI))
        .findFirst();
  }

  private static Stream<String> bareDoi(String field) {
    return BARE_DOI.matcher(field).results().limit(1).map(found -> withoutEnd(found.group()));
  }

  private static Stream<String> namedDoi(String text) {
    return DOI.matcher(text)
        .results()
        .limit(1)
        .map(
            found -> {
              String doi = withoutEnd(found.group());
              boolean inAddress = found.start() > 0 && text.charAt(found.start() - 1) == '/';
              return inAddress ? withoutTail(doi) : doi;
            });
  }

  private static String withoutTail(String doi) {
    String named = TAIL.matcher(doi).replaceFirst("");
    Matcher versioned = VERSIONED.matcher(named);
    return versioned.matches() ? versioned.group(1) : named;
  }

  /** Without what ends a sentence or the bracket around it. */
  private static String withoutEnd(String doi) {
    long opened = doi.chars().filter(c -> c == '(').count();
    long closed = doi.chars().filter(c -> c == ')').count();
    int end = doi.length();
    while (".,;)".indexOf(doi.charAt(end - 1)) >= 0) {
      if (doi.charAt(end - 1) == ')' && closed-- <= opened) {
        break;
      }
      end--;
    }
    return doi.substring(0, end);
  }

  /** Text on one line. */
  static String line(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }
}
