package io.paperwire.index;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Interests in whose place others were put, as long as they are still filed. Immutable. */
final class Replaced {

  static final Replaced NONE = new Replaced(new int[0], new long[0]);

  private final int[] numbers;
  private final long[] times;

  private Replaced(int[] numbers, long[] times) {
    this.numbers = numbers;
    this.times = times;
  }

  /** These and one more, which readers that enter at a time or later shall not see. */
  Replaced with(int number, long time) {
    int size = numbers.length;
    int[] moreNumbers = Arrays.copyOf(numbers, size + 1);
    long[] moreTimes = Arrays.copyOf(times, size + 1);
    moreNumbers[size] = number;
    moreTimes[size] = time;
    return new Replaced(moreNumbers, moreTimes);
  }

  /** These but one. */
  Replaced without(int number) {
    int[] kept = IntStream.range(0, numbers.length).filter(i -> numbers[i] != number).toArray();
    return new Replaced(
        Arrays.stream(kept).map(i -> numbers[i]).toArray(),
        Arrays.stream(kept).mapToLong(i -> times[i]).toArray());
  }

  /** Whether a reader that has entered at a time must not see an interest. */
  boolean hides(int number, long entered) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == number && times[i] <= entered) {
        return true;
      }
    }
    return false;
  }
}
