package io.paperwire.text.markup;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Raised and lowered text: in Unicode's characters where it has all of them, and else in LaTeX's
 * way.
 */
public enum Indices {
  /** Superscripts. */
  RAISED('^', "0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),

  /** Subscripts. */
  LOWERED('_', "0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");

  private static final Set<String> RAISED_BY_THEMSELVES = Set.of("®", "™", "©");

  private final char mark;
  private final String plain;
  private final String index;

  Indices(char mark, String plain, String index) {
    this.mark = mark;
    this.plain = plain;
    this.index = index;
  }

  /** The index; empty for an empty text. */
  public String of(String text) {
    String words = PlainText.oneLine(text).replace('−', '-').replace('–', '-');
    if (words.isEmpty()) {
      return "";
    }
    if (RAISED_BY_THEMSELVES.contains(words)) {
      return words;
    }
    if (words.chars().allMatch(c -> plain.indexOf(c) >= 0)) {
      return words
          .chars()
          .mapToObj(c -> String.valueOf(index.charAt(plain.indexOf(c))))
          .collect(Collectors.joining());
    }
    return mark + (words.length() == 1 ? words : "{" + words + "}");
  }
}
