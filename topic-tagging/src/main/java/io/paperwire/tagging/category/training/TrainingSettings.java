package io.paperwire.tagging.category.training;

import java.time.LocalDate;

/**
 * How a model is trained.
 *
 * @param epochs how often each paper is seen
 * @param rate size of the first step of the descent; it falls to nearly nothing
 * @param shrinkage how much all weights shrink with each step, as a part of the step (L2)
 * @param secondary how much of a paper's label its further categories share, in [0, 1)
 * @param recency what an earlier year weighs, as a part of the next one
 * @param recentYears a paper of the end of its era counts e times as much as one so many years
 *     before, where it is asked how often categories are chosen now
 * @param recentShare how far the bias moves to what is usual at the end of the era: 0 not at all, 1
 *     as far as the shares have moved, more where they are taken to move on
 * @param leastPapers fewer papers make no class
 * @param leastStands a feature of fewer papers is left out
 * @param mostWeights so many weights are kept, the largest
 * @param network how the network that reads sentence vectors is trained
 */
public record TrainingSettings(
    int epochs,
    double rate,
    double shrinkage,
    double secondary,
    double recency,
    double recentYears,
    double recentShare,
    int leastPapers,
    int leastStands,
    int mostWeights,
    NetworkSettings network) {

  /** What the model that comes with Paperwire was trained with. */
  public static final TrainingSettings STANDARD =
      new TrainingSettings(
          6, 1.5, 6e-7, 0.2, 0.9, 0.4, 1.25, 10, 4, 1_600_000, NetworkSettings.STANDARD);

  /** What a paper of a day weighs in an era that ends on another day, in (0, 1]. */
  double weight(LocalDate day, LocalDate end) {
    return Math.pow(recency, Math.max(0, end.getYear() - day.getYear()));
  }
}
