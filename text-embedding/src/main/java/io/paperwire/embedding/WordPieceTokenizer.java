package io.paperwire.embedding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;

/**
 * Cuts a text into the word pieces that BERT models read: the uncased tokenizer of Devlin et al.,
 * "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding" (2019), with
 * the same answers as the reference tokenizer that the models were trained with.
 *
 * <p>Control characters go, letters become small and lose their accents, every punctuation mark and
 * every Chinese character stands alone, and each word is cut into the longest pieces that the
 * vocabulary has, from the left. A word that cannot be cut is unknown.
 *
 * <p>Immutable, may be used by many threads.
 */
final class WordPieceTokenizer {

  /** A word of more code points is unknown, as in the reference. */
  private static final int LONGEST_WORD = 100;

  private static final String CONTINUED = "##";

  private final Map<String, Integer> pieces;
  private final int unknown;
  private final int start;
  private final int end;

  /**
   * @param pieces number of each piece; those inside a word begin with {@code ##}
   * @throws IllegalArgumentException if the vocabulary has no {@code [UNK]}, {@code [CLS]} or
   *     {@code [SEP]}
   */
  WordPieceTokenizer(Map<String, Integer> pieces) {
    this.pieces = Map.copyOf(pieces);
    this.unknown = special("[UNK]");
    this.start = special("[CLS]");
    this.end = special("[SEP]");
  }

  private int special(String piece) {
    Integer number = pieces.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("The vocabulary has no piece " + piece);
    }
    return number;
  }

  /**
   * The numbers of the pieces of a text, between a start and an end mark.
   *
   * @param maxTokens length at which the text is cut, both marks included; at least 2
   */
  long[] tokens(String text, int maxTokens) {
    var tokens = new TokenBuffer(maxTokens - 1);
    tokens.add(start);
    String cleaned = cleaned(text, maxTokens);
    int position = 0;
    while (position < cleaned.length() && !tokens.full()) {
      int codePoint = cleaned.codePointAt(position);
      int next = position + Character.charCount(codePoint);
      if (codePoint == ' ') {
        position = next;
      } else if (standsAlone(codePoint)) {
        cut(cleaned.substring(position, next), tokens);
        position = next;
      } else {
        int wordEnd = wordEnd(cleaned, next);
        cut(cleaned.substring(position, wordEnd), tokens);
        position = wordEnd;
      }
    }
    return tokens.closed(end);
  }

  private static int wordEnd(String text, int from) {
    int position = from;
    while (position < text.length()) {
      int codePoint = text.codePointAt(position);
      if (codePoint == ' ' || standsAlone(codePoint)) {
        return position;
      }
      position += Character.charCount(codePoint);
    }
    return position;
  }

  private void cut(String word, TokenBuffer tokens) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      tokens.add(unknown);
      return;
    }
    int before = tokens.size();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      Integer piece = null;
      while (to > from) {
        String candidate = word.substring(from, to);
        piece = pieces.get(from == 0 ? candidate : CONTINUED + candidate);
        if (piece != null) {
          break;
        }
        to--;
      }
      if (piece == null) {
        tokens.replaceFrom(before, unknown);
        return;
      }
      tokens.add(piece);
      from = to;
    }
  }

  /**
   * The text in small letters without accents and control characters; any white space is a blank.
   */
  private static String cleaned(String text, int maxTokens) {
    // A piece is rarely longer than 16 characters; what lies far beyond the cut is not looked at.
    int enough = Math.min(text.length(), maxTokens * 64);
    var kept = new StringBuilder(enough);
    for (int i = 0; i < enough; ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isBlank(codePoint)) {
        kept.append(' ');
      } else if (!isDropped(codePoint)) {
        kept.appendCodePoint(codePoint);
      }
    }
    String decomposed = Normalizer.normalize(kept, Normalizer.Form.NFD);
    var plain = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
        .forEach(codePoint -> appendLowerCase(codePoint, plain));
    return plain.toString();
  }

  private static void appendLowerCase(int codePoint, StringBuilder plain) {
    if (codePoint == 0x130) {
      // The one letter whose small form is two code points.
      plain.append("i\u0307");
    } else {
      plain.appendCodePoint(Character.toLowerCase(codePoint));
    }
  }

  private static boolean isBlank(int codePoint) {
    return switch (codePoint) {
      case ' ', '\t', '\n', '\r' -> true;
      default -> Character.isSpaceChar(codePoint);
    };
  }

  private static boolean isDropped(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
      default -> codePoint == 0xFFFD;
    };
  }

  private static boolean standsAlone(int codePoint) {
    return isPunctuation(codePoint) || isChinese(codePoint);
  }

  private static boolean isPunctuation(int codePoint) {
    if (codePoint < 128) {
      return codePoint > ' ' && codePoint < 127 && !Character.isLetterOrDigit(codePoint);
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** The blocks of CJK ideographs that the reference sets apart. */
  private static boolean isChinese(int codePoint) {
    return (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
        || (codePoint >= 0x3400 && codePoint <= 0x4DBF)
        || (codePoint >= 0x20000 && codePoint <= 0x2A6DF)
        || (codePoint >= 0x2A700 && codePoint <= 0x2B81F)
        || (codePoint >= 0x2B920 && codePoint <= 0x2CEAF)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
  }

  /** Tokens up to a limit; what comes later is dropped. */
  private static final class TokenBuffer {

    private final int limit;
    private long[] tokens;
    private int size;

    TokenBuffer(int limit) {
      this.limit = limit;
      this.tokens = new long[Math.min(limit + 1, 128)];
    }

    int size() {
      return size;
    }

    boolean full() {
      return size >= limit;
    }

    void add(int token) {
      if (size == tokens.length) {
        tokens = Arrays.copyOf(tokens, 2 * size);
      }
      tokens[size++] = token;
    }

    void replaceFrom(int from, int token) {
      size = from;
      add(token);
    }

    long[] closed(int end) {
      long[] closed = Arrays.copyOf(tokens, Math.min(size, limit) + 1);
      closed[closed.length - 1] = end;
      return closed;
    }
  }
}
