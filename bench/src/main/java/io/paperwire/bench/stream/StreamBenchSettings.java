package io.paperwire.bench.stream;

/**
 * What is measured of the stream.
 *
 * @param interests how many there are
 * @param subscribers whose they are, a tenth of whom want to hear at once
 * @param day papers of a day
 * @param backfill papers of a backfill
 * @param backfillPerSecond how fast they come; 0 for all at once
 * @param warmUp new papers before the backfill that are not measured: the process has just been
 *     started again
 * @param alerts new papers while the backfill runs, at least
 * @param alertsPerSecond how fast these come
 * @param seed of all that is drawn
 */
public record StreamBenchSettings(
    int interests,
    int subscribers,
    int day,
    int backfill,
    int backfillPerSecond,
    int warmUp,
    int alerts,
    int alertsPerSecond,
    long seed) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is nothing to measure
   */
  public StreamBenchSettings {
    if (subscribers < 10 || interests < subscribers) {
      throw new IllegalArgumentException(
          "there are at least ten subscribers, and one interest for each");
    }
    if (day < 1
        || backfill < 0
        || backfillPerSecond < 0
        || warmUp < 0
        || alerts < 1
        || alertsPerSecond < 1) {
      throw new IllegalArgumentException("a benchmark needs at least one paper and one alert");
    }
  }
}
