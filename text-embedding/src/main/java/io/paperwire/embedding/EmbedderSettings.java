package io.paperwire.embedding;

/**
 * How a model is run.
 *
 * @param maxTokens tokens after which a text is cut, marks included: 8 to 512. Time grows with it,
 *     a little more than in proportion
 * @param threads texts that are worked on at the same time, each by one thread; at least 1
 */
public record EmbedderSettings(int maxTokens, int threads) {

  /** Nearly every title and abstract is read whole, and all processors work. */
  public static final EmbedderSettings DEFAULT =
      new EmbedderSettings(256, Runtime.getRuntime().availableProcessors());

  /**
   * @throws IllegalArgumentException if a number is outside its range
   */
  public EmbedderSettings {
    if (maxTokens < 8 || maxTokens > PackagedModel.MOST_TOKENS) {
      throw new IllegalArgumentException("maxTokens must be 8 to 512, not " + maxTokens);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
  }
}
