package io.paperwire.likeness;

import java.util.Optional;

/**
 * A paper in the form in which it is compared, as a {@link Corpus} reads it.
 *
 * @param id the paper's id
 * @param words terms of title and abstract
 * @param title terms of the title
 * @param wording how title and abstract are put
 * @param categories its categories
 * @param meaning what it means, placed in the {@link MeaningSpace} of all that it is compared with,
 *     if it was embedded
 */
public record ReadPaper(
    String id,
    TermVector words,
    TermVector title,
    TermVector wording,
    TermVector categories,
    Optional<MeaningVector> meaning) {

  /**
   * The same paper, embedded.
   *
   * @param vector its place in the space of all that it is compared with
   */
  public ReadPaper withMeaning(MeaningVector vector) {
    return new ReadPaper(id, words, title, wording, categories, Optional.of(vector));
  }
}
