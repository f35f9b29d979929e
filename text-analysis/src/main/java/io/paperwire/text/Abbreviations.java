package io.paperwire.text;

import io.paperwire.text.Word.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds acronyms that stand in brackets after their long form, with the algorithm of Schwartz and
 * Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003):
 * read from the end, each letter of the acronym has to be found in the words before the bracket,
 * and its first letter at the beginning of a word.
 */
public final class Abbreviations {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;

  private Abbreviations() {}

  /** The acronyms that a text explains, in the order of the text. */
  public static List<Abbreviation> find(AnalyzedText text) {
    List<Abbreviation> found = new ArrayList<>();
    List<Word> words = text.words();
    for (int open = 1; open < words.size(); open++) {
      if (opensBracket(text, open)) {
        int close = endOfCompound(words, open);
        if (closesBracket(text, close - 1)) {
          explain(text, open, close).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Abbreviation> explain(AnalyzedText text, int open, int close) {
    String acronym = letters(text, open, close);
    if (acronym.length() < SHORTEST
        || acronym.length() > LONGEST
        || acronym.chars().noneMatch(Character::isUpperCase)) {
      return Optional.empty();
    }
    List<Word> words = text.words();
    int most = Math.min(acronym.length() + 5, 2 * acronym.length());
    int first = open - 1;
    while (first > 0 && open - first < most && words.get(first).link() != Link.BREAK) {
      first--;
    }
    int start = match(text.text(), words.get(first).start(), words.get(open - 1).end(), acronym);
    for (int from = first; from < open; from++) {
      if (words.get(from).start() == start) {
        return Optional.of(new Abbreviation(key(words, open, close), from, open));
      }
    }
    return Optional.empty();
  }

  /** Where the long form begins in the text, or -1. */
  private static int match(String text, int start, int end, String acronym) {
    int position = end - 1;
    for (int i = acronym.length() - 1; i >= 0; i--) {
      char letter = Character.toLowerCase(acronym.charAt(i));
      while (position >= start
          && (Character.toLowerCase(text.charAt(position)) != letter
              || (i == 0 && !beginsWord(text, start, position)))) {
        position--;
      }
      if (position < start) {
        return -1;
      }
      position--;
    }
    return position + 1;
  }

  private static boolean beginsWord(String text, int start, int position) {
    return position == start || !Character.isLetterOrDigit(text.charAt(position - 1));
  }

  private static String letters(AnalyzedText text, int from, int to) {
    String written = text.asWritten(from, to);
    int length = written.length();
    boolean plural =
        length > 2 && written.endsWith("s") && Character.isUpperCase(written.charAt(length - 2));
    StringBuilder letters = new StringBuilder(length);
    written
        .substring(0, plural ? length - 1 : length)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static String key(List<Word> words, int from, int to) {
    StringBuilder key = new StringBuilder();
    words.subList(from, to).forEach(word -> key.append(word.form()));
    return key.toString();
  }

  private static int endOfCompound(List<Word> words, int from) {
    int to = from + 1;
    while (to < words.size() && words.get(to).link() == Link.JOINED) {
      to++;
    }
    return to;
  }

  private static boolean opensBracket(AnalyzedText text, int word) {
    int start = text.words().get(word).start();
    return start > 0 && text.text().charAt(start - 1) == '(';
  }

  private static boolean closesBracket(AnalyzedText text, int word) {
    int end = text.words().get(word).end();
    return end < text.text().length()
        && switch (text.text().charAt(end)) {
          case ')', ',', ';' -> true;
          default -> false;
        };
  }
}
