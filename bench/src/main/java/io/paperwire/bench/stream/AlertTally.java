package io.paperwire.bench.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What those were told who want to hear at once, held against what they should have been.
 *
 * @param wanted papers and subscribers who should have been told of them
 * @param told those that were told, each once
 * @param missing those of the wanted that were not told
 * @param repeated how often one was told that was told before
 * @param wrong those that were told and not wanted
 */
record AlertTally(int wanted, int told, long missing, int repeated, long wrong) {

  /**
   * Counts.
   *
   * @param wanted what should be told, see {@link BenchSubscribers#pair}
   * @param told what was told, as often as it was
   */
  static AlertTally of(Set<Long> wanted, List<Long> told) {
    Set<Long> distinct = new HashSet<>(told);
    return new AlertTally(
        wanted.size(),
        distinct.size(),
        wanted.stream().filter(pair -> !distinct.contains(pair)).count(),
        told.size() - distinct.size(),
        distinct.stream().filter(pair -> !wanted.contains(pair)).count());
  }

  /** Whether each was told of what they should, and once. */
  boolean isExact() {
    return missing == 0 && repeated == 0 && wrong == 0;
  }
}
