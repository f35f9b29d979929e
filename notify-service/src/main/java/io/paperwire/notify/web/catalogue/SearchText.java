package io.paperwire.notify.web.catalogue;

import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Folds what is searched and what is searched for in the same way. */
final class SearchText {

  private static final Pattern QUOTES = Pattern.compile("[\"\u201C\u201D\u201E\u00AB\u00BB]");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private SearchText() {}

  /** The folded words of a text. */
  static String folded(String text) {
    return TextAnalyzer.analyze(text).words().stream()
        .map(Word::form)
        .collect(Collectors.joining(" "));
  }

  /** The folded words of several texts. */
  static String folded(List<String> texts) {
    return texts.stream().map(SearchText::folded).collect(Collectors.joining(" "));
  }

  /**
   * A query in the syntax of PostgreSQL's {@code websearch_to_tsquery}: quotes hold a phrase
   * together, a leading minus excludes, {@code or} stays.
   */
  static String query(String typed) {
    StringBuilder query = new StringBuilder();
    boolean phrase = false;
    for (String part : QUOTES.split(typed, -1)) {
      query.append(phrase ? '"' + folded(part) + "\" " : words(part));
      phrase = !phrase;
    }
    return query.toString().strip();
  }

  private static String words(String part) {
    return WHITE_SPACE
        .splitAsStream(part)
        .map(
            word -> word.startsWith("-") ? excluded(folded(word.substring(1))) : folded(word) + ' ')
        .collect(Collectors.joining());
  }

  private static String excluded(String words) {
    return words.isEmpty() ? "" : "-\"" + words + "\" ";
  }
}
