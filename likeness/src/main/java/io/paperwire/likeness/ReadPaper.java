package io.paperwire.likeness;

import java.util.Optional;

/**
 * A paper in the form in which it is compared, as a {@link Corpus} reads it.
 *
 * @param id the paper's id
 * @param titleOnly whether it has no abstract, so that there are few words to compare
 * @param words terms of title and abstract
 * @param wording how title and abstract are put
 * @param categories its categories
 * @param meaning what it means, placed in the {@link MeaningSpace} of all that it is compared with,
 *     if it was embedded
 */
public record ReadPaper(
    String id,
    boolean titleOnly,
    TermVector words,
    TermVector wording,
    TermVector categories,
    Optional<MeaningVector> meaning) {

  /**
   * The same paper, embedded.
   *
   * @param vector its place in the space of all that it is compared with
   */
  public ReadPaper withMeaning(MeaningVector vector) {
    return new ReadPaper(id, titleOnly, words, wording, categories, Optional.of(vector));
  }
}
