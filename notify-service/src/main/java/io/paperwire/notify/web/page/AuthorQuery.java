package io.paperwire.notify.web.page;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a search for words as one for an author, since people type names as they are. */
final class AuthorQuery {

  private static final String WORD = "\\p{L}[\\p{L}\\p{M}.'\u2019-]*,?";
  private static final Pattern NAME = Pattern.compile("\"?(%1$s(?: %1$s){0,3})\"?".formatted(WORD));

  /** Words of the interest language, which mean something else where they stand alone. */
  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "TRENDING");

  private AuthorQuery() {}

  /**
   * The query for the papers of an author.
   *
   * @param text a search, on one line
   * @return nothing if it is no name: more than four words, or other signs than names have
   */
  static Optional<String> of(String text) {
    Matcher name = NAME.matcher(text);
    return name.matches() && isWithoutOperators(name.group(1))
        ? Optional.of("au:\"" + name.group(1) + "\"")
        : Optional.empty();
  }

  private static boolean isWithoutOperators(String name) {
    return Pattern.compile(" ")
        .splitAsStream(name)
        .noneMatch(word -> OPERATORS.contains(word.toUpperCase(Locale.ROOT)));
  }
}
