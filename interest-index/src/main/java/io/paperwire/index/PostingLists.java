package io.paperwire.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A list of numbers for each feature. Most lists have one number, which needs no array. One thread
 * changes them while others read: a number that stays is seen by every reader.
 */
final class PostingLists {

  /** Stands where a number was taken out. */
  static final int EMPTY = Integer.MIN_VALUE;

  static final int[] NONE = {0};

  private static final int SHIFT = 12;
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
  private static final VarHandle LISTS = MethodHandles.arrayElementVarHandle(int[][].class);

  private final IntPages first = new IntPages(EMPTY);
  private volatile int[][][] more = {};

  /** The first number of a list, or {@link #EMPTY}. */
  int first(int feature) {
    return first.get(feature);
  }

  /** The other numbers, of which some may be {@link #EMPTY}; {@link #size} tells how many. */
  int[] others(int feature) {
    int[] list = list(feature);
    return list == null ? NONE : list;
  }

  /** How many numbers a list of {@link #others} has; they begin at index 1. */
  static int size(int[] others) {
    return (int) INTS.getAcquire(others, 0);
  }

  /** Makes room for a feature. */
  void reach(int feature) {
    first.reach(feature);
    while (feature >>> SHIFT >= more.length) {
      int[][][] grown = Arrays.copyOf(more, more.length + 1);
      grown[more.length] = new int[1 << SHIFT][];
      more = grown;
    }
  }

  void add(int feature, int number) {
    if (first.get(feature) == EMPTY) {
      first.set(feature, number);
      return;
    }
    int[] list = others(feature);
    int size = list[0];
    if (size + 1 == list.length) {
      list = compacted(list, size + 1 + size / 2);
      size = list[0];
      list[size + 1] = number;
      list[0] = size + 1;
      put(feature, list);
    } else {
      list[size + 1] = number;
      INTS.setRelease(list, 0, size + 1);
    }
  }

  void remove(int feature, int number) {
    if (first.get(feature) == number) {
      first.set(feature, EMPTY);
      return;
    }
    int[] list = others(feature);
    int live = 0;
    for (int i = 1; i <= list[0]; i++) {
      if (list[i] == number) {
        INTS.setOpaque(list, i, EMPTY);
      } else if (list[i] != EMPTY) {
        live++;
      }
    }
    if (live == 0) {
      put(feature, null);
    } else if (2 * live < list[0]) {
      put(feature, compacted(list, live));
    }
  }

  /** A copy without gaps that has room for so many numbers at least. */
  private static int[] compacted(int[] list, int room) {
    int[] copy = new int[1 + room];
    int size = 0;
    for (int i = 1; i <= list[0]; i++) {
      if (list[i] != EMPTY) {
        copy[++size] = list[i];
      }
    }
    copy[0] = size;
    return copy;
  }

  private int @Nullable [] list(int feature) {
    return (int[]) LISTS.getAcquire(more[feature >>> SHIFT], feature & ((1 << SHIFT) - 1));
  }

  private void put(int feature, int @Nullable [] list) {
    LISTS.setRelease(more[feature >>> SHIFT], feature & ((1 << SHIFT) - 1), list);
  }
}
