package io.paperwire.tagging.paper;

/**
 * What a paper means, as a model of sentences puts it.
 *
 * @param model name of the model
 * @param version version of the model; vectors of different models or versions cannot be compared
 * @param components of a vector of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
public record SentenceVector(String model, String version, float[] components) {

  /** Whether it is of this version of this model. */
  public boolean isOf(String otherModel, String otherVersion) {
    return model.equals(otherModel) && version.equals(otherVersion);
  }
}
