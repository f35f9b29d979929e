package io.paperwire.tagging.category.training;

import io.paperwire.tagging.category.FeatureTable.Vector;
import io.paperwire.tagging.paper.SentenceVector;
import java.util.Optional;

/**
 * A paper to learn from.
 *
 * @param words its features
 * @param meaning its sentence vector, if there is one
 * @param primary class of its primary category
 * @param further classes of its other categories
 * @param weight how much it counts
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
record Example(
    Vector words, Optional<SentenceVector> meaning, int primary, int[] further, float weight) {

  /**
   * Takes what the model should say off what it says: the gradient of a softmax.
   *
   * @param chances of the classes; from now on the difference
   * @param secondary what the other categories share of the label
   */
  void takeLabelOff(float[] chances, double secondary) {
    float shared = further.length == 0 ? 0 : (float) secondary;
    chances[primary] -= 1 - shared;
    for (int k : further) {
      chances[k] -= shared / further.length;
    }
  }
}
