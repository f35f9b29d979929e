package io.paperwire.notify.digest;

/**
 * How a subscriber tilts the order of their digests: each is a factor of the usual weight, 1 as
 * usual, 0 not at all.
 *
 * @param match how well a paper matches the interests
 * @param attention the attention that a paper gets
 * @param newness how new a paper is
 * @param variety that a paper says something else than those above it
 * @param taste how much a paper is like what the subscriber likes, where that is known
 */
public record DigestOrder(
    double match, double attention, double newness, double variety, double taste) {

  /** The greatest factor. */
  public static final double MOST = 4;

  /** As usual. */
  public static final DigestOrder USUAL = new DigestOrder(1, 1, 1, 1, 1);

  /**
   * Checks the factors.
   *
   * @throws IllegalArgumentException if one is not in [0, {@link #MOST}]
   */
  public DigestOrder {
    check(match);
    check(attention);
    check(newness);
    check(variety);
    check(taste);
  }

  /**
   * The order that a digest has: the usual one where this leaves nothing to order its papers by.
   *
   * @param tasteIsKnown whether it is of any of the papers
   */
  DigestOrder held(boolean tasteIsKnown) {
    return match + attention + newness + (tasteIsKnown ? taste : 0) == 0
        ? new DigestOrder(1, 1, 1, variety, 1)
        : this;
  }

  private static void check(double factor) {
    if (!(factor >= 0 && factor <= MOST)) {
      throw new IllegalArgumentException(
          "a factor of the order of digests is in [0, %s], not %s".formatted(MOST, factor));
    }
  }
}
