package io.paperwire.tagging.category;

import io.paperwire.tagging.paper.AnalyzedPaper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The features that a model knows, with their weights: a paper becomes a sparse vector of length 1,
 * in which a feature counts the more, the rarer it is, and a word that stands there ten times not
 * ten times as much (sublinear TF-IDF).
 */
public final class FeatureTable {

  private static final int EMPTY = -1;

  /** A rarity is kept in steps of this part of 1, one byte each. */
  private static final float RARITY_STEPS = 20;

  /**
   * A sparse vector.
   *
   * @param rows numbers of features
   * @param values their values
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared
  public record Vector(int[] rows, float[] values) {}

  private final int[] hashes;
  private final float[] rarity;
  private final int[] slots;

  /**
   * A table.
   *
   * @param hashes the features; their places are the numbers of the rows
   * @param rarity inverse document frequency of each
   */
  public FeatureTable(int[] hashes, float[] rarity) {
    this.hashes = hashes.clone();
    this.rarity = rarity.clone();
    this.slots = new int[Math.max(16, Integer.highestOneBit(4 * hashes.length + 1))];
    Arrays.fill(slots, EMPTY);
    for (int row = 0; row < hashes.length; row++) {
      slots[slot(hashes[row])] = row;
    }
  }

  static FeatureTable read(DataInputStream in, int rows) throws IOException {
    int[] hashes = new int[rows];
    float[] rarity = new float[rows];
    for (int row = 0; row < rows; row++) {
      hashes[row] = in.readInt();
    }
    for (int row = 0; row < rows; row++) {
      rarity[row] = in.readUnsignedByte() / RARITY_STEPS;
    }
    return new FeatureTable(hashes, rarity);
  }

  void write(DataOutputStream out) throws IOException {
    for (int hash : hashes) {
      out.writeInt(hash);
    }
    for (float value : rarity) {
      out.writeByte(Math.round(value * RARITY_STEPS));
    }
  }

  /** A rarity as it comes out of a file. */
  public static float rounded(double rarity) {
    return Math.round(rarity * RARITY_STEPS) / RARITY_STEPS;
  }

  /** How many features there are. */
  public int size() {
    return hashes.length;
  }

  /** A paper as a vector; features that the table does not have are left out. */
  public Vector vector(AnalyzedPaper paper) {
    CategoryFeatures shown = CategoryFeatures.of(paper);
    int most = shown.hashes().length;
    int[] rows = new int[most];
    float[] values = new float[most];
    int length = 0;
    double squares = 0;
    for (int i = 0; i < most; i++) {
      int row = slots[slot(shown.hashes()[i])];
      if (row != EMPTY) {
        double value = (1 + Math.log(shown.counts()[i])) * rarity[row];
        rows[length] = row;
        values[length++] = (float) value;
        squares += value * value;
      }
    }
    float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-9)));
    for (int i = 0; i < length; i++) {
      values[i] *= scale;
    }
    return new Vector(Arrays.copyOf(rows, length), Arrays.copyOf(values, length));
  }

  /** The slot of a feature, or the free one where it would be. */
  private int slot(int hash) {
    int slot = (hash * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    while (slots[slot] != EMPTY && hashes[slots[slot]] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
