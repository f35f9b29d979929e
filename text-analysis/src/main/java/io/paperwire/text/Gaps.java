package io.paperwire.text;

import io.paperwire.text.Word.Link;

/** Judges what stands between two words. */
final class Gaps {

  private Gaps() {}

  /** How the word after a gap hangs together with the word before it. */
  static Link link(String text, int start, int end) {
    int length = end - start;
    if (length == 0) {
      return Link.JOINED;
    }
    if (length == 1) {
      return single(text.charAt(start));
    }
    return several(text, start, end);
  }

  private static Link single(char c) {
    if (isHyphen(c) || c == '$') {
      return Link.JOINED;
    }
    // "node.js", "e.g": a full stop without a space ends no sentence.
    return c != '.' && isBreak(c) ? Link.BREAK : Link.SPACE;
  }

  private static Link several(String text, int start, int end) {
    if (isSubscript(text, start, end)) {
      return Link.JOINED;
    }
    boolean space = false;
    boolean newLine = false;
    int hyphens = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isBreak(c)) {
        return Link.BREAK;
      }
      if (isHyphen(c)) {
        hyphens++;
      }
      space |= Character.isWhitespace(c) || Character.isSpaceChar(c);
      newLine |= c == '\n';
    }
    if (hyphens == 0) {
      return Link.SPACE;
    }
    // "$k$-means", "C*-algebra" and a word divided at the end of a line are one compound; what a
    // dash between spaces stands in is none.
    boolean divided = newLine && isHyphen(text.charAt(start));
    return hyphens == 1 && (divided || !space) ? Link.JOINED : Link.BREAK;
  }

  /** "CO$_{2}$", "H$_2$O": nothing but the signs of a formula. */
  private static boolean isSubscript(String text, int start, int end) {
    boolean formula = false;
    for (int i = start; i < end; i++) {
      switch (text.charAt(i)) {
        case '$' -> formula = true;
        case '_', '^', '{', '}' -> {}
        default -> {
          return false;
        }
      }
    }
    return formula;
  }

  private static boolean isHyphen(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2013') || c == '\u2212';
  }

  private static boolean isBreak(char c) {
    return switch (c) {
      case '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '{', '}', '|', '<', '>', '=' -> true;
      case '\u2014', '\u2026', '\u2022', '\u3001', '\u3002', '\uFF0C', '\uFF1B', '\uFF1A' -> true;
      case '\uFF01', '\uFF08', '\uFF09', '\uFF1F' -> true;
      default -> false;
    };
  }
}
