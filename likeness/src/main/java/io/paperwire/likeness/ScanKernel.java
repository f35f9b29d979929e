package io.paperwire.likeness;

import java.util.List;

/** Multiplies coarse vectors: the part of a scan that all its time goes into. */
interface ScanKernel {

  /** So many vectors lie together: as many as fill the widest register, two bytes a component. */
  int GROUP = 32;

  /** Told of pairs that may be near enough. */
  @FunctionalInterface
  interface Candidate {
    void at(int paper, int place);
  }

  /**
   * Tells of all pairs whose product reaches the vector's threshold less the paper's slack.
   *
   * @param vectors group by group, dimension by dimension, vector by vector
   * @param dimensions of a vector, an even number
   * @param groups how many groups there are, an even number
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
