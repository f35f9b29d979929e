package io.paperwire.likeness;

import java.util.List;

/** Multiplies coarse vectors: the part of a scan that all its time goes into. */
interface ScanKernel {

  /** So many vectors lie together. */
  int GROUP = 16;

  /** Told of pairs that may be near enough. */
  @FunctionalInterface
  interface Candidate {
    void at(int paper, int place);
  }

  /**
   * Tells of all pairs whose product reaches the vector's threshold less the paper's slack.
   *
   * @param vectors group by group, dimension by dimension, vector by vector
   * @param dimensions of a vector, a multiple of 4
   * @param groups how many groups there are
   * @param thresholds of each vector
   */
  void sieve(
      byte[] vectors,
      int dimensions,
      int groups,
      short[] thresholds,
      List<CoarseVector> papers,
      Candidate found);

  /** The fastest that this JVM has. */
  static ScanKernel best() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new SimdKernel()
        : new PlainKernel();
  }
}
