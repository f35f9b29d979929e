package io.paperwire.standalone.replay;

/**
 * What {@link EnrichBench} does.
 *
 * @param kills how often the second deployment is killed; 0 leaves it out
 * @param scale whether there is a third, which grows from one instance to four
 * @param vectors whether papers get vectors
 * @param threads threads of each stream of an instance
 */
public record EnrichBenchSettings(int kills, boolean scale, boolean vectors, int threads) {

  public EnrichBenchSettings {
    if (kills < 0 || threads < 1) {
      throw new IllegalArgumentException(
          "kills must not be negative and threads at least 1, not " + kills + " and " + threads);
    }
  }
}
