package io.paperwire.interest;

/** Cuts the text of an interest into tokens, one at a time. */
final class Lexer {

  private final String text;
  private final Signs signs;
  private int position;

  /** Whether a quotation or a bracket ends right before. */
  private boolean closed;

  /** Which signs have a meaning. */
  enum Signs {
    /** What editors make of hyphens and quotation marks too, and full-width signs. */
    ALL,
    /** The same; a hyphen behind a quotation or a bracket joins, and is not refused. */
    ALL_JOINING,
    /** Those of the beginning, when all others were parts of words. */
    FIRST
  }

  Lexer(String text, Signs signs) {
    this.text = text;
    this.signs = signs;
  }

  /** The next token; at the end of the text always the same. */
  Token next() {
    if (!skipSpace() && closed) {
      passHyphens();
    }
    Token token = token();
    closed = token.type() == TokenType.QUOTED || token.type() == TokenType.CLOSE;
    return token;
  }

  /** Where the next token is looked for. */
  int position() {
    return position;
  }

  private Token token() {
    int start = position;
    if (start == text.length()) {
      return new Token(TokenType.END, "", start);
    }
    return switch (sign(start)) {
      case '(' -> single(TokenType.OPEN);
      case ')' -> single(TokenType.CLOSE);
      default -> {
        if (isQuotationMark(text.charAt(start))) {
          yield quoted();
        }
        yield isDash(start) && startsClause(start + 1) ? single(TokenType.NOT) : bare();
      }
    };
  }

  /** A sign as it is typed in English: keyboards for Chinese and Japanese have wider ones. */
  private char sign(int at) {
    char c = text.charAt(at);
    return switch (signs) {
      case ALL, ALL_JOINING ->
          switch (c) {
            case '\uFF08' -> '(';
            case '\uFF09' -> ')';
            case '\uFF1A' -> ':';
            case '\uFF0D' -> '-';
            default -> c;
          };
      case FIRST -> c;
    };
  }

  /** A hyphen, or what editors make of one: hyphens and dashes of Unicode, and the minus sign. */
  private boolean isDash(int at) {
    char c = sign(at);
    return switch (signs) {
      case ALL, ALL_JOINING -> c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
      case FIRST -> c == '-' || c == '\u2212';
    };
  }

  /** Straight, curly, angular and wide ones, whichever way round they stand. */
  private boolean isQuotationMark(char c) {
    return switch (c) {
      case '"', '\u201C', '\u201D', '\u201E' -> true;
      case '\u201F', '\u00AB', '\u00BB', '\uFF02' -> signs != Signs.FIRST;
      default -> false;
    };
  }

  private Token single(TokenType type) {
    int start = position++;
    return new Token(type, text.substring(start, position), start);
  }

  /** A hyphen is a NOT when it stands before something; a lone dash is a word without letters. */
  private boolean startsClause(int at) {
    return at < text.length() && !isSpace(at) && sign(at) != ')';
  }

  /** In "(graph)-based" it joins; whoever wrote so once meant to exclude nothing. */
  private void passHyphens() {
    int start = position;
    while (position < text.length() && isDash(position) && startsClause(position + 1)) {
      position++;
    }
    if (position > start && signs == Signs.ALL) {
      throw new SyntaxException(
          start,
          "'" + text.charAt(start) + "' may join two words or exclude the second",
          "a space before it to exclude, or quotation marks around all that belongs together");
    }
  }

  private Token quoted() {
    int start = position;
    boolean straight = text.charAt(start) == '"';
    int end = start + 1;
    while (end < text.length() && !closes(text.charAt(end), straight)) {
      end++;
    }
    if (end == text.length()) {
      throw new SyntaxException(start, "the quotation mark is never closed", "a second \"");
    }
    position = end + 1;
    String quoted = text.substring(start + 1, end);
    int blanks = quoted.length() - quoted.stripLeading().length();
    return new Token(TokenType.QUOTED, quoted.strip(), start, start + 1 + blanks);
  }

  /** A straight quotation mark closes all; what another one opens, any of these closes too. */
  private boolean closes(char c, boolean straight) {
    return straight ? c == '"' : isQuotationMark(c);
  }

  private Token bare() {
    int start = position;
    if (signs != Signs.FIRST && isSingleMark(text.charAt(start)) && isClosed(start)) {
      throw new SyntaxException(
          start,
          "'" + text.charAt(start) + "' is no quotation mark here",
          "double ones around a phrase, as in \"graph neural network\"");
    }
    while (position < text.length() && !endsBare(position)) {
      if (sign(position) == ':' && isFieldName(start, position)) {
        String name = text.substring(start, position++);
        skipUnseen();
        return new Token(TokenType.FIELD, name, start);
      }
      position++;
    }
    int end = position;
    while (end > start && isUnseen(end - 1)) {
      end--;
    }
    String word = text.substring(start, end);
    return new Token(typeOf(word), word, start);
  }

  /** Single marks quote nothing, for they stand in names too: "O'Brien", "'Oumuamua". */
  private static boolean isSingleMark(char c) {
    return switch (c) {
      case '\'', '`', '\u2018', '\u2019', '\u201A' -> true;
      default -> false;
    };
  }

  /** Whether a mark like the one that stands here ends a word behind it. */
  private boolean isClosed(int start) {
    for (int i = start + 2; i < text.length(); i++) {
      if (isSingleMark(text.charAt(i))
          && Character.isLetterOrDigit(text.charAt(i - 1))
          && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static TokenType typeOf(String word) {
    return switch (word) {
      case "AND" -> TokenType.AND;
      case "OR" -> TokenType.OR;
      case "NOT" -> TokenType.NOT;
      default -> TokenType.BARE;
    };
  }

  private boolean isFieldName(int start, int end) {
    if (end == start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
        return false;
      }
    }
    return true;
  }

  private boolean endsBare(int at) {
    char c = sign(at);
    return isSpace(at) || c == '(' || c == ')' || isQuotationMark(c);
  }

  /** Whether there was any. */
  private boolean skipSpace() {
    skipUnseen();
    int start = position;
    while (position < text.length() && isSpace(position)) {
      position++;
      skipUnseen();
    }
    return position > start;
  }

  /** Marks that nobody sees, such as those of direction, come with what is pasted. */
  private void skipUnseen() {
    while (position < text.length() && isUnseen(position)) {
      position++;
    }
  }

  private boolean isUnseen(int at) {
    return Character.getType(text.charAt(at)) == Character.FORMAT;
  }

  private boolean isSpace(int at) {
    char c = text.charAt(at);
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
