package io.paperwire.enrich.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an abstract into its sentences. */
final class Sentences {

  /** What ends with a dot and not the sentence; a single capital does so too. */
  private static final Set<String> ABBREVIATED =
      Set.of(
          "e.g", "i.e", "etc", "cf", "vs", "resp", "approx", "Fig", "Figs", "Eq", "Eqs", "Sec",
          "Ref", "Refs", "No", "Dr", "Prof", "St", "w.r.t", "a.k.a");

  private static final String AND_OTHERS = "et al";
  private static final String CLOSING = "\"')]";
  private static final String OPENING = "\"'([$";

  /**
   * A sentence.
   *
   * @param from where it begins in the text, as an index of UTF-16 units
   * @param to where it ends, exclusive
   */
  record Sentence(int from, int to) {

    int length() {
      return to - from;
    }

    /** The sentence with single blanks inside. */
    String in(String text) {
      StringBuilder line = new StringBuilder(to - from);
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        if (!Character.isWhitespace(c)) {
          line.append(c);
        } else if (!Character.isWhitespace(text.charAt(i - 1))) {
          line.append(' ');
        }
      }
      return line.toString();
    }
  }

  private Sentences() {}

  /** The sentences in their order, without white space around them. */
  static List<Sentence> of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int from = skipSpace(text, 0);
    for (int i = from; i < text.length(); i++) {
      if (!isEndMark(text.charAt(i))) {
        continue;
      }
      int end = i + 1;
      while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      int next = skipSpace(text, end);
      if (next > end && begins(text, next) && !isAbbreviated(text, from, i, end)) {
        sentences.add(new Sentence(from, end));
        from = next;
      }
    }
    int last = text.stripTrailing().length();
    if (from < last) {
      sentences.add(new Sentence(from, last));
    }
    return List.copyOf(sentences);
  }

  private static boolean isEndMark(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  /** Whether a sentence may begin at a place. */
  private static boolean begins(String text, int place) {
    int i = place;
    while (i < text.length() && OPENING.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    if (i == text.length()) {
      return false;
    }
    int point = text.codePointAt(i);
    return Character.isUpperCase(point)
        || Character.isDigit(point)
        || point == '\\'
        || (i > place && text.charAt(i - 1) == '$');
  }

  /** Whether a dot at a place belongs to the word before it. */
  private static boolean isAbbreviated(String text, int from, int dot, int end) {
    if (text.charAt(dot) != '.' || end > dot + 1) {
      return false;
    }
    int start = dot;
    while (start > from
        && text.charAt(start - 1) != '('
        && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot);
    return ABBREVIATED.contains(word)
        || (word.length() == 1 && Character.isUpperCase(word.charAt(0)))
        || text.startsWith(AND_OTHERS, dot - AND_OTHERS.length());
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
