package io.paperwire.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured.
 *
 * @param interests how many interests both engines hold
 * @param growth how many the index alone holds besides, one after another
 * @param matches papers that each thread matches in a measurement
 * @param luceneMatches papers that Lucene Monitor matches, and on which both are compared; 0 to
 *     leave Lucene out
 * @param changesPerSecond changes of interests while papers are matched
 * @param seed of all that is drawn
 */
public record BenchSettings(
    int interests,
    List<Integer> growth,
    int matches,
    int luceneMatches,
    int changesPerSecond,
    long seed) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is nothing to measure
   */
  public BenchSettings {
    growth = List.copyOf(growth);
    if (interests < 1 || matches < 1 || luceneMatches < 0 || changesPerSecond < 1) {
      throw new IllegalArgumentException(
          "a benchmark needs at least one interest, one paper and one change a second");
    }
    if (growth.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException("an index of growing size has at least one interest");
    }
  }

  /** The most interests that are needed at once. */
  int largest() {
    return Stream.concat(Stream.of(interests), growth.stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElseThrow();
  }
}
