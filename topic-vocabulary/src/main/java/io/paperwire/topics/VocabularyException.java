package io.paperwire.topics;

/** A vocabulary file has a mistake. The message names the line and what to do. */
public final class VocabularyException extends RuntimeException {

  VocabularyException(String file, int line, String problem) {
    super(file + ", line " + line + ": " + problem);
  }
}
