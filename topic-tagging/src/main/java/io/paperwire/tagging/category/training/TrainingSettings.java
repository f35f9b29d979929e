package io.paperwire.tagging.category.training;

/**
 * How a model is trained.
 *
 * @param epochs how often each paper is seen
 * @param rate size of the first step of the descent; it falls to nearly nothing
 * @param shrinkage how much all weights shrink with each step, as a part of the step (L2)
 * @param secondary how much of a paper's label its further categories share, in [0, 1)
 * @param recency what an earlier year weighs, as a part of the next one
 * @param leastPapers fewer papers make no class
 * @param leastStands a feature of fewer papers is left out
 * @param mostWeights so many weights are kept, the largest
 */
public record TrainingSettings(
    int epochs,
    double rate,
    double shrinkage,
    double secondary,
    double recency,
    int leastPapers,
    int leastStands,
    int mostWeights) {

  /** What the model that comes with Paperwire was trained with. */
  public static final TrainingSettings STANDARD =
      new TrainingSettings(5, 1.5, 3e-6, 0.1, 0.9, 10, 4, 1_200_000);
}
