package io.paperwire.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds characters that readers take for the same: compatibility forms (Unicode NFKD), case,
 * accents, and Latin letters that have no decomposition. Points that a script may leave out are
 * dropped like accents, as in Hebrew and Arabic; marks that tell words apart stay, such as the
 * vowel signs of Devanagari and Thai. Whatever else is no letter, digit or full stop is dropped.
 */
final class CharacterFolding {

  private static final int LAST_ACCENT = 0x036F;
  private static final int VOICED = 0x3099;
  private static final int HALF_VOICED = 0x309A;

  private CharacterFolding() {}

  /** The folded form of one word; empty if nothing is left of it. */
  static String fold(CharSequence text, int start, int end) {
    char[] folded = new char[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '#') {
        folded[length++] = c;
      } else if (c >= 'A' && c <= 'Z') {
        folded[length++] = (char) (c + ('a' - 'A'));
      } else if (c >= 0x80 && c != TextAnalyzer.APOSTROPHE) {
        return foldUnicode(text.subSequence(start, end));
      }
    }
    return new String(folded, 0, length);
  }

  private static String foldUnicode(CharSequence word) {
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .forEach(
            point -> {
              if (Character.isLetterOrDigit(point)
                  || point == '.'
                  || point == '+'
                  || isSpellingMark(point)) {
                appendFolded(folded, point);
              }
            });
    return folded.toString();
  }

  /** Whether a mark is part of the spelling, as letters are. */
  private static boolean isSpellingMark(int point) {
    if (point <= LAST_ACCENT) {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
          switch (Character.UnicodeScript.of(point)) {
            case LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, SYRIAC -> false;
            // Accents of all scripts, and the marks that make other letters of kana.
            case INHERITED -> point == VOICED || point == HALF_VOICED;
            default -> true;
          };
      default -> false;
    };
  }

  private static void appendFolded(StringBuilder folded, int point) {
    switch (point) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ø' -> folded.append('o');
      case 'ł' -> folded.append('l');
      case 'đ', 'ð' -> folded.append('d');
      case 'þ' -> folded.append("th");
      case 'ħ' -> folded.append('h');
      case 'ı' -> folded.append('i');
      case 'ς' -> folded.append('σ');
      default -> folded.appendCodePoint(point);
    }
  }
}
