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
    if (isHyphen(c)) {
      return Link.JOINED;
    }
    // "node.js", "e.g": a full stop without a space ends no sentence.
    return c != '.' && isBreak(c) ? Link.BREAK : Link.SPACE;
  }

  private static Link several(String text, int start, int end) {
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
      newLine |= c == '\n';
    }
    if (hyphens == 0) {
      return Link.SPACE;
    }
    // A word divided at the end of a line is one compound; a dash between spaces is none.
    boolean divided = hyphens == 1 && newLine && isHyphen(text.charAt(start));
    return divided ? Link.JOINED : Link.BREAK;
  }

  private static boolean isHyphen(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2013') || c == '\u2212';
  }

  private static boolean isBreak(char c) {
    return switch (c) {
      case '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '{', '}', '|', '<', '>', '=' -> true;
      case '\u2014', '\u2026', '\u2022', '\u3001', '\u3002', '\uFF0C', '\uFF1B', '\uFF1A' -> true;
      default -> false;
    };
  }
}
