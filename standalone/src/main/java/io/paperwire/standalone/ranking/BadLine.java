package io.paperwire.standalone.ranking;

/** A line, or a whole file, is not what it should be; the message says in which way. */
final class BadLine extends Exception {

  BadLine(String message) {
    super(message);
  }
}
