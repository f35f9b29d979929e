package io.paperwire.text;

/**
 * A phrase found in a text.
 *
 * @param value what the phrase stands for
 * @param phrase the phrase as it was put into the index
 * @param from index of the first word in the text
 * @param to index after the last word
 */
public record Hit<T>(T value, Phrase phrase, int from, int to) {

  /** Whether this hit covers all words of another and more. */
  public boolean encloses(Hit<?> other) {
    return from <= other.from && other.to <= to && to - from > other.to - other.from;
  }
}
