package io.paperwire.text.markup;

/** Where the brackets of a text are closed, found in one pass however many nothing closes. */
public final class Brackets {

  private static final int NONE = -1;
  private static final char ESCAPE = '\\';

  private final int[] closings;

  private Brackets(int[] closings) {
    this.closings = closings;
  }

  /** The round ones. */
  public static Brackets round(String text) {
    return of(text, '(', ')', false);
  }

  /** LaTeX's braces; one behind a backslash is none. */
  static Brackets braces(String latex) {
    return of(latex, '{', '}', true);
  }

  private static Brackets of(String text, char open, char close, boolean escapes) {
    int[] closings = new int[text.length()]; // of an open one, for now, the open one before it
    int last = NONE;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == open) {
        closings[i] = last;
        last = i;
      } else if (c == close && last != NONE) {
        int before = closings[last];
        closings[last] = i;
        last = before;
      } else if (c == ESCAPE && escapes) {
        i++;
      }
    }
    while (last != NONE) {
      int before = closings[last];
      closings[last] = NONE;
      last = before;
    }
    return new Brackets(closings);
  }

  /** The index of what closes the bracket at an index; -1 where nothing does. */
  public int closing(int open) {
    return closings[open];
  }
}
