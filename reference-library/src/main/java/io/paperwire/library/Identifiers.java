package io.paperwire.library;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the ids of a work in what people and programs write into its fields. */
final class Identifiers {

  private static final String NUMBER = "(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Za-z]{2})?/\\d{7})";
  private static final Pattern ARXIV =
      Pattern.compile("(?i)(?:arxiv\\.org/(?:abs|pdf)/|arxiv[:.\\s/]\\s*)" + NUMBER);
  private static final Pattern BARE_ARXIV = Pattern.compile(NUMBER + "(?:v\\d+)?");
  private static final Pattern DOI = Pattern.compile("(?i)\\b(10\\.\\d{4,9}/[^\\s\"<>{}]+)");
  private static final String ARXIV_DOI = "10.48550/arxiv.";

  private Identifiers() {}

  /** The arXiv id of a field that holds nothing else, such as {@code eprint}. */
  static Optional<String> bareArxiv(String text) {
    Matcher matcher = BARE_ARXIV.matcher(text.strip());
    return matcher.matches() ? Optional.of(matcher.group(1)) : arxiv(text);
  }

  /** The first arXiv id in one of some texts that call it one. */
  static Optional<String> arxiv(String... texts) {
    return Stream.of(texts)
        .map(ARXIV::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  /** The first DOI in one of some texts; those that arXiv gives lead to {@link #arxiv}. */
  static Optional<String> doi(String... texts) {
    return Stream.of(texts)
        .map(DOI::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("[.,;]+$", ""))
        .filter(doi -> !doi.startsWith(ARXIV_DOI))
        .findFirst();
  }

  /** Text on one line. */
  static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
