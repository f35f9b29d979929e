package io.paperwire.index;

/** What came of putting an interest into an index. */
public sealed interface Filing {

  /**
   * It is in.
   *
   * @param number its number in this index, from 0, which is used again after it is removed
   */
  record Filed(int number) implements Filing {}

  /**
   * It is not taken.
   *
   * @param reason why, for its owner
   */
  record Refused(String reason) implements Filing {}
}
