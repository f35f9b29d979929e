package io.paperwire.interest;

/** Kinds of pieces of an interest's text. */
enum TokenType {
  OPEN,
  CLOSE,
  AND,
  OR,
  NOT,
  /** A field's name; the colon is left out. */
  FIELD,
  /** Something in quotation marks. */
  QUOTED,
  /** A run of other characters. */
  BARE,
  END
}
