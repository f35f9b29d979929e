package io.paperwire.tagging.category.training;

/**
 * How the network that reads sentence vectors is trained.
 *
 * @param hidden how many hidden units it has
 * @param epochs how often each paper is seen
 * @param batch so many papers make a step
 * @param rate size of the first step (Adam); it falls to nothing
 * @param shrinkage how much weights are drawn to 0 (L2)
 * @param dropout which part of the hidden units is left out each time, in [0, 1)
 */
public record NetworkSettings(
    int hidden, int epochs, int batch, double rate, double shrinkage, double dropout) {

  /** What the model that comes with Paperwire was trained with. */
  public static final NetworkSettings STANDARD =
      new NetworkSettings(256, 10, 128, 0.002, 1e-3, 0.3);
}
