package io.paperwire.index;

import java.util.HashMap;
import java.util.Map;

/** Blocks of int, each within one page, that are stored once and read by their place. */
final class BlockStore {

  private final IntPages pages = new IntPages(0);
  private final Map<Integer, IntStack> freeBySize = new HashMap<>();
  private int end;

  /** Stores a block that is not longer than a page; whoever is told the place later sees it. */
  int store(int[] block, int length) {
    int at = place(length);
    int[] page = pages.page(at);
    System.arraycopy(block, 0, page, IntPages.offset(at), length);
    return at;
  }

  private int place(int length) {
    IntStack free = freeBySize.get(length);
    if (free != null && !free.isEmpty()) {
      return free.pop();
    }
    int left = IntPages.PAGE - IntPages.offset(end);
    if (left < length) {
      end += left;
    }
    int at = end;
    end += length;
    pages.reach(at + length - 1);
    return at;
  }

  /** Lets the place of a block be used again. */
  void free(int at, int length) {
    freeBySize.computeIfAbsent(length, _ -> new IntStack()).push(at);
  }

  int[] page(int at) {
    return pages.page(at);
  }
}
