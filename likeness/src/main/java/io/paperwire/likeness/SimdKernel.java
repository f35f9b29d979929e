package io.paperwire.likeness;

import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Works on 16 vectors with each instruction of 256 bits (JEP 508). A lane is a vector, so nothing
 * has to be added up across lanes. A component of a paper stands twice in an int, because an int is
 * spread over a register straight from memory and a short is not.
 */
final class SimdKernel implements ScanKernel {

  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_256;
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_128;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;

  /** Papers that share what is read of the vectors. */
  private static final int TOGETHER = 4;

  /** Groups that share what is read of the papers. */
  private static final int PAIR = 2 * GROUP;

  @Override
  public void sieve(
      byte[] vectors,
      int dimensions,
      int groups,
      short[] thresholds,
      List<CoarseVector> papers,
      Candidate found) {
    int[][] twice = papers.stream().map(SimdKernel::twice).toArray(int[][]::new);
    short[] slacks = new short[papers.size()];
    for (int i = 0; i < slacks.length; i++) {
      slacks[i] = papers.get(i).slack();
    }
    int together = papers.size() / TOGETHER * TOGETHER;
    short[] wide = new short[PAIR * dimensions];
    short[] products = new short[PAIR * TOGETHER];
    int pairs = together == 0 ? 0 : groups / 2;
    for (int pair = 0; pair < pairs; pair++) {
      widen(vectors, pair * PAIR * dimensions, dimensions, wide);
      for (int paper = 0; paper < together; paper += TOGETHER) {
        multiply(
            wide, twice[paper], twice[paper + 1], twice[paper + 2], twice[paper + 3], products);
        for (int i = 0; i < TOGETHER; i++) {
          tell(products, i * PAIR, thresholds, pair * PAIR, slacks[paper + i], paper + i, found);
          tell(
              products,
              i * PAIR + GROUP,
              thresholds,
              pair * PAIR + GROUP,
              slacks[paper + i],
              paper + i,
              found);
        }
      }
    }
    for (int paper = 0; paper < slacks.length; paper++) {
      for (int group = paper < together ? 2 * pairs : 0; group < groups; group++) {
        multiply(vectors, group * GROUP * dimensions, twice[paper], products);
        tell(products, 0, thresholds, group * GROUP, slacks[paper], paper, found);
      }
    }
  }

  private static int[] twice(CoarseVector paper) {
    byte[] values = paper.values();
    int[] twice = new int[values.length];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = (values[i] & 0xFFFF) | (values[i] << 16);
    }
    return twice;
  }

  private static void tell(
      short[] products,
      int from,
      short[] thresholds,
      int place,
      short slack,
      int paper,
      Candidate found) {
    VectorMask<Short> near =
        ShortVector.fromArray(SHORTS, products, from)
            .compare(
                VectorOperators.GE, ShortVector.fromArray(SHORTS, thresholds, place).sub(slack));
    if (near.anyTrue()) {
      for (int lane = 0; lane < GROUP; lane++) {
        if (near.laneIsSet(lane)) {
          found.at(paper, place + lane);
        }
      }
    }
  }

  /** One paper and one group. */
  private static void multiply(byte[] vectors, int from, int[] paper, short[] products) {
    ShortVector first = ShortVector.zero(SHORTS);
    ShortVector second = first;
    ShortVector third = first;
    ShortVector fourth = first;
    for (int i = 0; i < paper.length; i += 4) {
      int at = from + i * GROUP;
      first = first.add(wide(vectors, at).mul(spread(paper, i)));
      second = second.add(wide(vectors, at + GROUP).mul(spread(paper, i + 1)));
      third = third.add(wide(vectors, at + 2 * GROUP).mul(spread(paper, i + 2)));
      fourth = fourth.add(wide(vectors, at + 3 * GROUP).mul(spread(paper, i + 3)));
    }
    first.add(second).add(third.add(fourth)).intoArray(products, 0);
  }

  private static ShortVector wide(byte[] vectors, int at) {
    return (ShortVector)
        ByteVector.fromArray(BYTES, vectors, at).convertShape(VectorOperators.B2S, SHORTS, 0);
  }

  private static ShortVector spread(int[] paper, int at) {
    return IntVector.broadcast(INTS, paper[at]).reinterpretAsShorts();
  }

  /** Two groups side by side, two bytes a component. */
  private static void widen(byte[] vectors, int from, int dimensions, short[] into) {
    for (int i = 0; i < dimensions; i++) {
      int at = from + i * GROUP;
      wide(vectors, at).intoArray(into, i * PAIR);
      wide(vectors, at + dimensions * GROUP).intoArray(into, i * PAIR + GROUP);
    }
  }

  /** Four papers and two groups: eight sums stay in registers. */
  private static void multiply(
      short[] wide, int[] one, int[] two, int[] three, int[] four, short[] products) {
    ShortVector oneLeft = ShortVector.zero(SHORTS);
    ShortVector oneRight = oneLeft;
    ShortVector twoLeft = oneLeft;
    ShortVector twoRight = oneLeft;
    ShortVector threeLeft = oneLeft;
    ShortVector threeRight = oneLeft;
    ShortVector fourLeft = oneLeft;
    ShortVector fourRight = oneLeft;
    for (int i = 0; i < one.length; i++) {
      ShortVector left = ShortVector.fromArray(SHORTS, wide, i * PAIR);
      ShortVector right = ShortVector.fromArray(SHORTS, wide, i * PAIR + GROUP);
      ShortVector component = spread(one, i);
      oneLeft = oneLeft.add(left.mul(component));
      oneRight = oneRight.add(right.mul(component));
      component = spread(two, i);
      twoLeft = twoLeft.add(left.mul(component));
      twoRight = twoRight.add(right.mul(component));
      component = spread(three, i);
      threeLeft = threeLeft.add(left.mul(component));
      threeRight = threeRight.add(right.mul(component));
      component = spread(four, i);
      fourLeft = fourLeft.add(left.mul(component));
      fourRight = fourRight.add(right.mul(component));
    }
    oneLeft.intoArray(products, 0);
    oneRight.intoArray(products, GROUP);
    twoLeft.intoArray(products, PAIR);
    twoRight.intoArray(products, PAIR + GROUP);
    threeLeft.intoArray(products, 2 * PAIR);
    threeRight.intoArray(products, 2 * PAIR + GROUP);
    fourLeft.intoArray(products, 3 * PAIR);
    fourRight.intoArray(products, 3 * PAIR + GROUP);
  }
}
