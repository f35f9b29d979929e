package io.paperwire.index;

import java.util.Arrays;

/** A set of non-negative numbers that remembers their order and is emptied in no time. */
final class IntSet {

  private int[] members = new int[64];
  private int[] slots = new int[256];
  private int[] stamps = new int[256];
  private int stamp = 1;
  private int size;

  void clear() {
    size = 0;
    stamp++;
    if (stamp == 0) {
      Arrays.fill(stamps, 0);
      stamp = 1;
    }
  }

  int size() {
    return size;
  }

  int member(int index) {
    return members[index];
  }

  boolean contains(int number) {
    int i = slot(number);
    return stamps[i] == stamp;
  }

  /** Whether it was not there before. */
  boolean add(int number) {
    int i = slot(number);
    if (stamps[i] == stamp) {
      return false;
    }
    stamps[i] = stamp;
    slots[i] = number;
    if (size == members.length) {
      members = Arrays.copyOf(members, 2 * size);
    }
    members[size++] = number;
    if (4 * size > slots.length) {
      grow();
    }
    return true;
  }

  private int slot(int number) {
    int i = (number * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    while (stamps[i] == stamp && slots[i] != number) {
      i = (i + 1) & (slots.length - 1);
    }
    return i;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    stamps = new int[slots.length];
    stamp = 1;
    for (int i = 0; i < size; i++) {
      int slot = slot(members[i]);
      slots[slot] = members[i];
      stamps[slot] = stamp;
    }
  }
}
