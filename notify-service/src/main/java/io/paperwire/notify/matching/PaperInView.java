package io.paperwire.notify.matching;

import io.paperwire.index.ReadPaper;
import java.util.Optional;

/**
 * A paper as interests are judged on it.
 *
 * @param read its text and all that queries ask of it
 * @param meaning what it means; the vector is worked out some time after the paper came
 */
public record PaperInView(ReadPaper read, Optional<Meaning> meaning) {

  /** A paper that has no vector. */
  public static PaperInView of(ReadPaper read) {
    return new PaperInView(read, Optional.empty());
  }

  /**
   * A paper and its vector.
   *
   * @param meaning as the vector has it; how long the paper's text is will be counted
   */
  public static PaperInView of(ReadPaper read, Optional<Meaning> meaning) {
    return new PaperInView(
        read,
        meaning.map(
            found ->
                found.ofWords(
                    Brevity.words(read.paper().title())
                        + Brevity.words(read.paper().abstractText()))));
  }
}
