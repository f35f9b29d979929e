package io.paperwire.index;

import java.util.List;

/** An interest in features: NOT stands before features only. */
sealed interface Formula {

  /**
   * All hold.
   *
   * @param parts at least two
   */
  record Every(List<Formula> parts) implements Formula {}

  /**
   * One holds.
   *
   * @param parts at least two
   */
  record Some(List<Formula> parts) implements Formula {}

  /**
   * A feature is there, or is not.
   *
   * @param feature the feature
   * @param wanted whether it has to be there
   */
  record Literal(Feature feature, boolean wanted) implements Formula {}
}
