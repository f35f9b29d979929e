package io.paperwire.likeness;

import java.util.Optional;

/**
 * A paper in the form in which it is compared, as a {@link Corpus} reads it.
 *
 * @param id the paper's id
 * @param words terms of title and abstract
 * @param title terms of the title
 * @param categories its categories
 * @param meaning what it means, if it was embedded
 */
public record ReadPaper(
    String id,
    TermVector words,
    TermVector title,
    TermVector categories,
    Optional<MeaningVector> meaning) {

  /** The same paper, embedded. */
  public ReadPaper withMeaning(MeaningVector vector) {
    return new ReadPaper(id, words, title, categories, Optional.of(vector));
  }
}
