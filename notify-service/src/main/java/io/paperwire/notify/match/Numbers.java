package io.paperwire.notify.match;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes ascending numbers down, each as the distance from the one before in groups of seven bits,
 * lowest first (LEB128). A thousand of three hundred thousand take a byte or two each.
 */
final class Numbers {

  private static final int LONGEST = 5;
  private static final int MORE = 0x80;

  private Numbers() {}

  /** Writes numbers that are not negative and ascend. */
  static ByteBuffer written(int[] numbers) {
    byte[] bytes = new byte[LONGEST * numbers.length];
    int end = 0;
    int last = 0;
    for (int number : numbers) {
      int left = number - last;
      while (left >= MORE) {
        bytes[end++] = (byte) (left | MORE);
        left >>>= 7;
      }
      bytes[end++] = (byte) left;
      last = number;
    }
    return ByteBuffer.wrap(Arrays.copyOf(bytes, end));
  }

  /** Reads what was {@link #written}; leaves the buffer as it is. */
  static int[] read(ByteBuffer written) {
    int[] numbers = new int[written.remaining()];
    int count = 0;
    int last = 0;
    int distance = 0;
    int shift = 0;
    for (int i = written.position(); i < written.limit(); i++) {
      int group = written.get(i);
      distance |= (group & ~MORE & 0xFF) << shift;
      shift += 7;
      if (group >= 0) {
        last += distance;
        numbers[count++] = last;
        distance = 0;
        shift = 0;
      }
    }
    return Arrays.copyOf(numbers, count);
  }
}
