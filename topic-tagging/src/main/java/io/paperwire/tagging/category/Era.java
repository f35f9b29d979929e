package io.paperwire.tagging.category;

import java.time.LocalDate;

/**
 * A time in which authors choose categories in the same way.
 *
 * <p>Between two eras habits change by and by, and a model trained on both knows each of them; what
 * a date says of the eras is therefore a weight and not a choice.
 */
public enum Era {
  /** Papers up to 2020, before large language models. */
  EARLIER(2019, 2024),
  /** Papers since. */
  RECENT(2024, 2019);

  private static final double LEAST = 0.03;

  private final int certain;
  private final int past;

  Era(int certain, int past) {
    this.certain = certain;
    this.past = past;
  }

  /** The era that a paper of a day belongs to. */
  public static Era of(LocalDate day) {
    return EARLIER.weight(day) >= RECENT.weight(day) ? EARLIER : RECENT;
  }

  /** How much the habits of this era count for a paper of a day, in (0, 1]. */
  public double weight(LocalDate day) {
    double between = (day.getYear() - past) / (double) (certain - past);
    return Math.clamp(between, LEAST, 1);
  }
}
