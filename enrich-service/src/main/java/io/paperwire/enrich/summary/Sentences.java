package io.paperwire.enrich.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts an abstract into its sentences. */
final class Sentences {

  /** What ends with a dot and never the sentence. */
  private static final Set<String> ABBREVIATED =
      Set.of(
          "cf", "vs", "resp", "approx", "viz", "Fig", "Figs", "Eq", "Eqs", "Eqn", "Eqns", "Dr",
          "Prof", "Mr", "Mrs", "Ms", "St", "aka");

  /** What ends with a dot before a number, and may be the end of a sentence before a word. */
  private static final Set<String> BEFORE_NUMBERS =
      Set.of(
          "No", "Nos", "no", "nos", "Sec", "Secs", "Sect", "Ref", "Refs", "Tab", "Thm", "Prop",
          "Cor", "Def", "Ch", "Chap", "App", "Vol", "vol", "pp", "p", "ca", "c");

  /** What begins a sentence and no name. */
  private static final Set<String> BEGINNERS =
      Set.of(
          "We",
          "The",
          "This",
          "These",
          "It",
          "In",
          "Our",
          "To",
          "However",
          "Here",
          "For",
          "As",
          "By",
          "With",
          "While",
          "Although",
          "Using",
          "Such",
          "They",
          "Its",
          "On",
          "From",
          "If",
          "When",
          "Moreover",
          "Furthermore",
          "Therefore",
          "Thus",
          "There");

  private static final String AND_OTHERS = "et al";
  private static final String CLOSING = "\"')]";
  private static final String OPENING = "\"'([$";

  /** "i.i.d", "U.S", "J" and the like, without their last dot. */
  private static final Pattern LETTERS = Pattern.compile("(\\p{L}\\.){1,3}\\p{L}|\\p{Lu}");

  private static final Pattern LOWER_LETTERS =
      Pattern.compile("[ei]\\.[eg]|w\\.r\\.t|a\\.k\\.a|s\\.t");

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

  /** Whether a dot at a place belongs to the word before it, and ends no sentence. */
  private static boolean isAbbreviated(String text, int from, int dot, int end) {
    if (text.charAt(dot) != '.' || end > dot + 1) {
      return false;
    }
    int start = dot;
    while (start > from && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot);
    if (ABBREVIATED.contains(word) || LOWER_LETTERS.matcher(word).matches()) {
      return true;
    }
    int next = skipSpace(text, end);
    if (BEFORE_NUMBERS.contains(word)) {
      return Character.isDigit(text.charAt(next));
    }
    boolean mayGoOn =
        LETTERS.matcher(word).matches() || text.startsWith(AND_OTHERS, dot - AND_OTHERS.length());
    return mayGoOn && !BEGINNERS.contains(wordAt(text, next));
  }

  private static boolean isOfWord(char c) {
    return !Character.isWhitespace(c) && OPENING.indexOf(c) < 0;
  }

  private static String wordAt(String text, int from) {
    int to = from;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
