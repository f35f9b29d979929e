package io.paperwire.likeness;

import java.util.Optional;

/**
 * A vector at a length that 16 bits can hold the products of, in whole numbers. The length of what
 * rounding leaves is known, so it is known how far off a product can be.
 *
 * <p>Rounding adds half of the root of the dimensions to the length at most. The length is so much
 * less than {@value #LONGEST} (171 for 384 dimensions), so the product of two is at most 181² and
 * fits into 16 bits. Sums in between may overflow: they come out right at the end, because addition
 * in 16 bits is that of whole numbers modulo 65,536.
 *
 * @param values a component each, filled up with zeros
 * @param error length of what rounding has left, in units of {@code values}
 * @param allowance how much less than is asked of others a cosine with this vector may be
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record CoarseVector(byte[] values, double error, double allowance) {

  private static final double LONGEST = 181;
  private static final int UNROLLED = 2;
  private static final double LEAST_THRESHOLD = -16_000;

  /** As many components as kernels take. */
  static int padded(int dimensions) {
    return (dimensions + UNROLLED - 1) / UNROLLED * UNROLLED;
  }

  private static double length(int dimensions) {
    return LONGEST - mostRounding(dimensions);
  }

  /** The greatest length of what rounding leaves. */
  private static double mostRounding(int dimensions) {
    return Math.sqrt(dimensions) / 2;
  }

  /** The coarse form of a vector; one of zeros has none. */
  static Optional<CoarseVector> of(byte[] vector) {
    double squares = 0;
    for (byte component : vector) {
      squares += component * component;
    }
    if (squares == 0) {
      return Optional.empty();
    }
    byte[] values = new byte[padded(vector.length)];
    double scale = length(values.length) / Math.sqrt(squares);
    double left = 0;
    for (int i = 0; i < vector.length; i++) {
      double component = vector[i] * scale;
      values[i] = (byte) Math.clamp(Math.round(component), Byte.MIN_VALUE, Byte.MAX_VALUE);
      left += (component - values[i]) * (component - values[i]);
    }
    return Optional.of(new CoarseVector(values, Math.sqrt(left), 0));
  }

  /** The same vector, of which less is asked. */
  CoarseVector allowing(double less) {
    return new CoarseVector(values, error, less);
  }

  /**
   * What a product with this vector reaches at least if the cosine is so great, but for the {@link
   * #slack} of the other one.
   */
  short threshold(double leastCosine) {
    double length = length(values.length);
    double least = length * length * leastCosine - length * error;
    return (short) Math.max(Math.floor(least) - 1, LEAST_THRESHOLD);
  }

  /** How far below the other's {@link #threshold} a product can be because of this one. */
  short slack() {
    double length = length(values.length);
    double rounding = (length + Math.max(error, mostRounding(values.length))) * error;
    return (short) (Math.ceil(rounding + length * length * allowance) + 1);
  }
}
