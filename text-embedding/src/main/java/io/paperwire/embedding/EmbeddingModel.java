package io.paperwire.embedding;

/**
 * What made a vector. Vectors of different models, or of different versions of one, cannot be
 * compared.
 *
 * @param name name of the model, such as {@code bge-small-en-v1.5-q}
 * @param version version of the weights and of all that is done to a text before and to a vector
 *     after; it changes when the same text would get another vector
 * @param dimensions components of a vector
 * @param maxTokens tokens after which a text is cut
 */
public record EmbeddingModel(String name, String version, int dimensions, int maxTokens) {

  /**
   * @throws IllegalArgumentException if a name is blank or a number is not positive
   */
  public EmbeddingModel {
    if (name.isBlank() || version.isBlank() || dimensions < 1 || maxTokens < 1) {
      throw new IllegalArgumentException(
          "Not a model: '%s', version '%s', %d dimensions, %d tokens"
              .formatted(name, version, dimensions, maxTokens));
    }
  }
}
