package io.paperwire.interest;

/**
 * A piece of the text of an interest.
 *
 * @param type what it is
 * @param text its content; of a phrase without the quotation marks
 * @param start where it begins in the text
 * @param contentStart where its content begins, which a quotation mark and spaces may stand before
 */
record Token(TokenType type, String text, int start, int contentStart) {

  Token(TokenType type, String text, int start) {
    this(type, text, start, start);
  }

  /** How the piece is called in a message. */
  String name() {
    return switch (type) {
      case OPEN, CLOSE, AND, OR, NOT -> "'" + text + "'";
      case FIELD -> "'" + text + ":'";
      case QUOTED -> "\"" + shortened() + "\"";
      case BARE -> "'" + shortened() + "'";
      case END -> "the end";
    };
  }

  private String shortened() {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
