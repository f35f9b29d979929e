package io.paperwire.text;

import io.paperwire.text.Word.Link;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into folded words.
 *
 * <p>A word is a run of letters and digits. A hyphen ends it and joins it to the next, an
 * apostrophe stands inside ("O'Brien") or begins a possessive that is left out, full stop and comma
 * stand inside a number ("2.5", "10,000"), and "C++", "C#" are words. In scripts that write no
 * spaces each character is a word, joined to the one before.
 */
public final class TextAnalyzer {

  static final char APOSTROPHE = '\u2019';

  /** In a longer word that is all capitals a final S may be a plural. */
  static final int LONGEST_ACRONYM_IN_CAPITALS = 5;

  private static final int LONGEST_NAME_WITH_SIGN = 2;

  private final String text;
  private final List<Word> words = new ArrayList<>();

  private TextAnalyzer(String text) {
    this.text = text;
  }

  /** The words of a text; none if it has no letter and no digit. */
  public static AnalyzedText analyze(String text) {
    TextAnalyzer analyzer = new TextAnalyzer(text);
    analyzer.run();
    return new AnalyzedText(text, analyzer.words);
  }

  private void run() {
    int gap = 0;
    int position = 0;
    while (position < text.length()) {
      int point = text.codePointAt(position);
      if (!isWordPart(point)) {
        position += Character.charCount(point);
        continue;
      }
      Link link = words.isEmpty() ? Link.BREAK : Gaps.link(text, gap, position);
      int end = isUnspaced(point) ? position + Character.charCount(point) : wordEnd(position);
      if (add(position, end, link)) {
        position = skipPossessive(end);
        gap = position;
      } else { // only marks that nobody sees, which stand in the gap
        position = end;
      }
    }
  }

  /** Whether anything is left of the word when it is folded. */
  private boolean add(int start, int end, Link link) {
    String folded = CharacterFolding.fold(text, start, end);
    if (folded.isEmpty()) {
      return false;
    }
    String form = normalise(folded, start, end);
    return words.add(new Word(form, LetterHash.of(form), start, end, link));
  }

  private String normalise(String folded, int start, int end) {
    char last = text.charAt(end - 1);
    int length = end - start;
    if (last == 's' && length > 2 && Character.isUpperCase(text.charAt(end - 2))) {
      return folded.substring(0, folded.length() - 1);
    }
    if (last == 'S' && length <= LONGEST_ACRONYM_IN_CAPITALS && isUpperCase(start, end)) {
      return folded;
    }
    return Spelling.american(Plurals.singular(folded));
  }

  private boolean isUpperCase(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int wordEnd(int start) {
    int position = start;
    while (position < text.length()) {
      int point = text.codePointAt(position);
      if (isWordPart(point) && !(isUnspaced(point) && position > start)) {
        position += Character.charCount(point);
      } else if (continuesAfter(position)) {
        position++;
      } else {
        break;
      }
    }
    return position + signLength(start, position);
  }

  /** Whether the mark at a position stands inside a word. */
  private boolean continuesAfter(int position) {
    if (position + 1 >= text.length()) {
      return false;
    }
    char mark = text.charAt(position);
    char before = text.charAt(position - 1);
    char after = text.charAt(position + 1);
    return switch (mark) {
      case '\'', APOSTROPHE ->
          Character.isLetter(before) && Character.isLetter(after) && !isPossessive(position);
      case '.' -> isDigit(before) && isDigit(after);
      case ',' -> isDigit(before) && isThousands(position + 1);
      default -> false;
    };
  }

  private boolean isThousands(int position) {
    int digits = 0;
    while (position + digits < text.length() && isDigit(text.charAt(position + digits))) {
      digits++;
    }
    return digits == 3;
  }

  private boolean isPossessive(int apostrophe) {
    char letter = text.charAt(apostrophe + 1);
    boolean ends = apostrophe + 2 >= text.length() || !isWordPart(text.codePointAt(apostrophe + 2));
    return (letter == 's' || letter == 'S') && ends;
  }

  private int skipPossessive(int end) {
    if (end + 1 < text.length()
        && (text.charAt(end) == '\'' || text.charAt(end) == APOSTROPHE)
        && isPossessive(end)) {
      return end + 2;
    }
    return end;
  }

  /** The length of a sign that belongs to a short name: C++, C#. */
  private int signLength(int start, int end) {
    if (end - start > LONGEST_NAME_WITH_SIGN || !Character.isLetter(text.charAt(start))) {
      return 0;
    }
    if (text.startsWith("++", end)) {
      return 2;
    }
    return text.startsWith("#", end) ? 1 : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(int point) {
    if (point < 0x80) {
      return (point >= 'a' && point <= 'z')
          || (point >= 'A' && point <= 'Z')
          || (point >= '0' && point <= '9');
    }
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private static boolean isUnspaced(int point) {
    if (point < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
