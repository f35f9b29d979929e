package io.paperwire.text.markup;

/** The characters that may mean something else than themselves in LaTeX. */
final class LatexMarks {

  /** By their code. */
  private static final boolean[] MARKS = marks();

  private LatexMarks() {}

  private static boolean[] marks() {
    boolean[] marks = new boolean[128];
    "\\{$~-`'".chars().forEach(c -> marks[c] = true);
    return marks;
  }

  /** Most texts are plain, and are not taken apart. */
  static boolean areIn(String latex) {
    for (int i = 0; i < latex.length(); i++) {
      char c = latex.charAt(i);
      if (isMark(c) && (!isDoubled(c) || isLigature(latex, i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isMark(char c) {
    return c < MARKS.length && MARKS[c];
  }

  /** Means something only where it stands twice. */
  private static boolean isDoubled(char c) {
    return c == '-' || c == '\'';
  }

  /** Whether what stands at an index begins a dash or a quotation mark of several characters. */
  static boolean isLigature(String text, int i) {
    char c = text.charAt(i);
    return (isDoubled(c) || c == '`') && i + 1 < text.length() && text.charAt(i + 1) == c;
  }
}
