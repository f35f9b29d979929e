package io.paperwire.tagging.topic.training;

/**
 * How {@link TopicTrainer} learns.
 *
 * @param leastPapers a topic that fewer papers name is not learnt
 * @param epochs how often each paper is seen
 * @param batch so many papers make a step
 * @param rate size of the first step (Adam); it falls to nothing
 * @param shrinkage how much weights are drawn to 0 (L2)
 * @param examples so many papers of each topic are kept as examples
 */
public record TopicTrainingSettings(
    int leastPapers, int epochs, int batch, double rate, double shrinkage, int examples) {

  /** What the topics that come with Paperwire were learnt with. */
  public static final TopicTrainingSettings STANDARD =
      new TopicTrainingSettings(20, 6, 512, 0.01, 1e-6, 3);
}
