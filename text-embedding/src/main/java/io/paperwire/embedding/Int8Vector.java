package io.paperwire.embedding;

import java.util.Arrays;

/**
 * A vector of length 1 in one signed byte a component: {@code component = scale * byte}. The scale
 * is that of the vector's own greatest component, which becomes 127 or -127; so the whole range is
 * used (a component of such a vector is about 1/20 and hardly ever above 1/4). The cosine of two
 * papers changes by less than 0.01.
 */
public final class Int8Vector {

  private static final int GREATEST = 127;

  private final float scale;
  private final byte[] values;

  /**
   * A vector as it was written down.
   *
   * @param scale what a byte is multiplied by; positive, or 0 for a vector of zeros
   * @param values a byte a component
   */
  public Int8Vector(float scale, byte[] values) {
    this.scale = scale;
    this.values = values.clone();
  }

  /** What a byte is multiplied by; positive, or 0 for a vector of zeros. */
  public float scale() {
    return scale;
  }

  /** How many components it has. */
  public int dimensions() {
    return values.length;
  }

  /** A byte a component, as a copy. */
  public byte[] values() {
    return values.clone();
  }

  /** Quantises a vector; each component is off by half the scale at most. */
  public static Int8Vector of(float[] vector) {
    float greatest = 0;
    for (float component : vector) {
      greatest = Math.max(greatest, Math.abs(component));
    }
    float scale = greatest / GREATEST;
    var values = new byte[vector.length];
    for (int i = 0; i < vector.length && scale > 0; i++) {
      values[i] = (byte) Math.round(vector[i] / scale);
    }
    return new Int8Vector(scale, values);
  }

  /** The vector again, of length 1. */
  public float[] toFloats() {
    var vector = new float[values.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = scale * values[i];
    }
    return Vectors.normalised(vector);
  }

  /**
   * The cosine, in [-1, 1]; 0 if one of both is all zeros.
   *
   * @throws IllegalArgumentException if they have not as many dimensions
   */
  public double cosine(Int8Vector other) {
    if (values.length != other.values.length) {
      throw new IllegalArgumentException(
          "Vectors of %d and %d dimensions".formatted(values.length, other.values.length));
    }
    int dot = 0;
    int left = 0;
    int right = 0;
    for (int i = 0; i < values.length; i++) {
      dot += values[i] * other.values[i];
      left += values[i] * values[i];
      right += other.values[i] * other.values[i];
    }
    return left == 0 || right == 0 ? 0 : dot / Math.sqrt((double) left * right);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Int8Vector that
        && scale == that.scale
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Int8Vector[scale=" + scale + ", dimensions=" + values.length + "]";
  }
}
