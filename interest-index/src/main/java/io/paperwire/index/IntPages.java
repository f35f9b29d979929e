package io.paperwire.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * An array of int that grows without being copied. One thread writes; what it has written is seen
 * by a reader that has seen a later write.
 */
final class IntPages {

  static final int PAGE = 1 << 14;

  private static final int SHIFT = 14;
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

  private final int vacant;
  private volatile int[][] pages = {};

  /**
   * An empty array.
   *
   * @param vacant what stands where nothing was written yet
   */
  IntPages(int vacant) {
    this.vacant = vacant;
  }

  int get(int index) {
    return (int) INTS.getAcquire(pages[index >>> SHIFT], index & (PAGE - 1));
  }

  void set(int index, int value) {
    INTS.setRelease(pages[index >>> SHIFT], index & (PAGE - 1), value);
  }

  /** The page of an index, for a reader that goes on from there. */
  int[] page(int index) {
    return pages[index >>> SHIFT];
  }

  static int offset(int index) {
    return index & (PAGE - 1);
  }

  /** Makes room for an index. */
  void reach(int index) {
    while (index >>> SHIFT >= pages.length) {
      int[][] more = Arrays.copyOf(pages, pages.length + 1);
      more[pages.length] = new int[PAGE];
      Arrays.fill(more[pages.length], vacant);
      pages = more;
    }
  }
}
