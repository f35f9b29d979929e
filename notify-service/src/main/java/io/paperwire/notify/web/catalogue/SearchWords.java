package io.paperwire.notify.web.catalogue;

import io.paperwire.text.AnalyzedText;
import io.paperwire.text.AuthorName;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import io.paperwire.text.Word.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Writes a paper as a {@code tsvector}: its words as the interest language compares them, and what
 * two and three of them spell together that follow one another without a break. So a phrase is one
 * lexeme, whatever its hyphens: {@code multi-agent}, {@code multi agent} and {@code multiagent} all
 * hold {@code multiagent}.
 */
final class SearchWords {

  /** So many words are spelled together. */
  static final int TOGETHER = 3;

  /** What PostgreSQL can tell apart. */
  private static final int LAST_POSITION = 16_383;

  private static final int LONGEST_LEXEME = 300;
  private static final int MOST_PLACES = 20;

  private final Map<String, StringJoiner> places = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int position = 1;

  private SearchWords() {}

  /** The vector of a paper, as PostgreSQL reads it. */
  static String of(String title, List<String> authors, String abstractText) {
    SearchWords words = new SearchWords();
    words.text(title, 'A');
    words.text(abstractText, 'D');
    for (String author : authors) {
      AuthorName.of(author)
          .ifPresent(name -> name.familyKeys().forEach(family -> words.add(family, 'B')));
    }
    StringJoiner vector = new StringJoiner(" ");
    words.places.forEach((word, where) -> vector.add(quoted(word) + ":" + where));
    return vector.toString();
  }

  /** What the words of a title spell together, whatever its case, plurals, hyphens and marks. */
  static String key(String title) {
    String key =
        TextAnalyzer.analyze(title).words().stream().map(Word::form).collect(Collectors.joining());
    return key.substring(0, Math.min(key.length(), LONGEST_LEXEME));
  }

  /** A lexeme in quotes. */
  static String quoted(String lexeme) {
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private void text(String written, char weight) {
    AnalyzedText text = TextAnalyzer.analyze(written);
    List<Word> words = text.words();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder letters = new StringBuilder();
      for (int to = from; to < Math.min(words.size(), from + TOGETHER); to++) {
        if (to > from && words.get(to).link() == Link.BREAK) {
          break;
        }
        letters.append(words.get(to).form());
        add(letters.toString(), weight);
      }
      position++;
    }
    position++;
  }

  private void add(String lexeme, char weight) {
    int count = counts.merge(lexeme, 1, Integer::sum);
    if (count <= MOST_PLACES && lexeme.length() <= LONGEST_LEXEME) {
      places
          .computeIfAbsent(lexeme, _ -> new StringJoiner(","))
          .add(Integer.toString(Math.min(position, LAST_POSITION)) + weight);
    }
  }
}
