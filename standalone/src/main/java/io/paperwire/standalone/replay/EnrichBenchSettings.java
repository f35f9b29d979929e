package io.paperwire.standalone.replay;

/**
 * What {@link EnrichBench} does.
 *
 * @param papers how many are fed; some between any two kills, and with each instance
 * @param kills how often the second deployment is killed; 0 leaves it out
 * @param scale whether there is a third, which grows from one instance to four
 * @param vectors whether papers get vectors
 * @param threads threads of each stream of an instance
 */
public record EnrichBenchSettings(
    int papers, int kills, boolean scale, boolean vectors, int threads) {

  /** So many the third grows to. */
  static final int INSTANCES = 4;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is nothing to measure
   */
  public EnrichBenchSettings {
    if (kills < 0 || threads < 1) {
      throw new IllegalArgumentException(
          "kills must not be negative and threads at least 1, not " + kills + " and " + threads);
    }
    int least = Math.max(kills, scale ? INSTANCES : 0) + 1;
    if (papers < least) {
      throw new IllegalArgumentException(
          "%d kills%s need at least %d papers, not %d"
              .formatted(kills, scale ? " and " + INSTANCES + " instances" : "", least, papers));
    }
  }
}
