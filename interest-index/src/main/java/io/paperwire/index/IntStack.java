package io.paperwire.index;

import java.util.Arrays;

/** Numbers that are free again, last in first out. */
final class IntStack {

  private int[] numbers = new int[4];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void push(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int pop() {
    return numbers[--size];
  }
}
