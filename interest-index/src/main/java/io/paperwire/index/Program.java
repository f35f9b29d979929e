package io.paperwire.index;

import java.util.Arrays;

/**
 * A formula as numbers, in prefix order, as it lies in the {@link BlockStore}.
 *
 * <pre>
 * block   = filed &lt;&lt; 16 | length, { filed feature }, node
 * node    = HAS | feature  or  LACKS | feature  or  EVERY | length, { node }  or  SOME | length, { node }
 * </pre>
 */
final class Program {

  private static final int SHIFT = 30;
  private static final int PAYLOAD = (1 << SHIFT) - 1;
  private static final int HAS = 0;
  private static final int LACKS = 1;
  private static final int EVERY = 2;

  private int[] block = new int[16];
  private int length = 1;

  /** Adds a feature under which the interest is filed; these come before all nodes. */
  void file(int feature) {
    append(feature);
  }

  /** Closes the list of features under which it is filed. */
  void filed() {
    block[0] = (length - 1) << 16;
  }

  void literal(int feature, boolean wanted) {
    append((wanted ? HAS : LACKS) << SHIFT | feature);
  }

  /** Opens a node with parts; the place is given to {@link #close}. */
  int open(boolean every) {
    append((every ? EVERY : EVERY + 1) << SHIFT);
    return length - 1;
  }

  void close(int node) {
    block[node] |= length - node - 1;
  }

  /** Stores the block and tells where. */
  int store(BlockStore blocks) {
    block[0] |= length;
    return blocks.store(block, length);
  }

  private void append(int number) {
    if (length == block.length) {
      block = Arrays.copyOf(block, 2 * length);
    }
    block[length++] = number;
  }

  static int length(int[] page, int at) {
    return page[at] & 0xFFFF;
  }

  /** Under how many features it is filed; they follow. */
  static int filed(int[] page, int at) {
    return page[at] >>> 16;
  }

  /** The features of a node's literals, each as often as it stands there. */
  static int[] features(int[] page, int at) {
    int[] features = new int[length(page, at)];
    int size = 0;
    for (int i = at + 1 + filed(page, at); i < at + length(page, at); i++) {
      if (page[i] >>> SHIFT < EVERY) {
        features[size++] = page[i] & PAYLOAD;
      }
    }
    return Arrays.copyOf(features, size);
  }

  /** Whether the formula of a block holds for what a paper has. */
  static boolean holds(int[] page, int at, IntSet has) {
    return nodeHolds(page, at + 1 + filed(page, at), has);
  }

  private static boolean nodeHolds(int[] page, int node, IntSet has) {
    int payload = page[node] & PAYLOAD;
    int kind = page[node] >>> SHIFT;
    if (kind < EVERY) {
      return has.contains(payload) == (kind == HAS);
    }
    boolean every = kind == EVERY;
    int end = node + 1 + payload;
    int part = node + 1;
    while (part < end) {
      if (nodeHolds(page, part, has) != every) {
        return !every;
      }
      part += page[part] >>> SHIFT < EVERY ? 1 : 1 + (page[part] & PAYLOAD);
    }
    return every;
  }
}
