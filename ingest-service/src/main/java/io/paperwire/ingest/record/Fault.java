package io.paperwire.ingest.record;

import java.util.Locale;

/** What can be wrong with a piece of input. */
public enum Fault {
  /** The bytes are no UTF-8. */
  INVALID_UTF8,
  /** The text is no JSON object. */
  MALFORMED_JSON,
  /** A field that a paper does not have. */
  UNKNOWN_FIELD,
  /** A field that is there twice. */
  DUPLICATE_FIELD,
  /** A field that must be there is not. */
  MISSING_FIELD,
  /** A field holds a value of another type than it should. */
  WRONG_TYPE,
  /** A field holds a value of the right type that means nothing. */
  WRONG_VALUE,
  /** Something is larger than its limit. */
  TOO_LARGE,
  /** A title without the abstract that should follow. */
  ODD_LINES,
  /** A whole answer or file that cannot be read. */
  UNREADABLE;

  /** The fault's name in reports, for example {@code unknown-field}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
