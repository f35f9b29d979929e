package io.paperwire.index;

/**
 * What is noted beside a feature, as a number. Of a phrase: its variant and which other variants
 * are asked for. Of such another variant: its variant and the first one. Of an author: where the
 * name is. Of all else: nothing.
 */
final class Meta {

  private static final int SECOND = 1 << 30;
  private static final int AUTHOR = 1 << 31;
  private static final int BLOCK = Integer.MAX_VALUE;
  private static final int VARIANT = 0xF;
  private static final int VARIANT_BITS = 4;
  private static final int FIRST = (1 << (30 - VARIANT_BITS)) - 1;
  private static final long VARIANT_SALT = 0xC2B2AE3D27D4EB4FL;

  private Meta() {}

  static int firstVariant(int meta) {
    return meta & VARIANT;
  }

  /** A bit for each other variant that is asked for. */
  static int otherVariants(int meta) {
    return meta >>> VARIANT_BITS;
  }

  static int withVariant(int meta, int variant) {
    return meta | 1 << (VARIANT_BITS + variant);
  }

  static int withoutVariant(int meta, int variant) {
    return meta & ~(1 << (VARIANT_BITS + variant));
  }

  /** The key of a variant that is not the first. */
  static long variantKey(long key, int variant) {
    return key + VARIANT_SALT * (variant + 1);
  }

  static int secondOf(int first, int variant) {
    if (first > FIRST) {
      throw new IllegalStateException("an index holds at most " + FIRST + " phrases");
    }
    return SECOND | first << VARIANT_BITS | variant;
  }

  static boolean isSecond(int meta) {
    return meta >= SECOND;
  }

  static int first(int meta) {
    return (meta & ~SECOND) >>> VARIANT_BITS;
  }

  static int ownVariant(int meta) {
    return meta & VARIANT;
  }

  static int author(int block) {
    return AUTHOR | block;
  }

  static boolean isAuthor(int meta) {
    return meta < 0;
  }

  static int block(int meta) {
    return meta & BLOCK;
  }
}
