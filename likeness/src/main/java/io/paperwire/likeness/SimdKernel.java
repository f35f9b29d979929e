package io.paperwire.likeness;

import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Works with vector instructions (JEP 508). A lane is a vector, so nothing has to be added up
 * across lanes. A component of a paper stands twice in an int, because an int is spread over a
 * register straight from memory and a short is not.
 *
 * <p>Several papers share what is read, and are multiplied in the widest registers that the
 * processor has: 32 vectors with an instruction of 512 bits. One paper alone waits for memory,
 * which registers of 256 bits, two of them side by side, read as fast.
 */
final class SimdKernel implements ScanKernel {

  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES = halfOf(SHORTS);
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, SHORTS.vectorShape());

  private static final VectorSpecies<Short> NARROW_SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(Math.min(256, SHORTS.vectorBitSize())));
  private static final VectorSpecies<Byte> NARROW_BYTES = halfOf(NARROW_SHORTS);
  private static final VectorSpecies<Integer> NARROW_INTS =
      VectorSpecies.of(int.class, NARROW_SHORTS.vectorShape());

  /** So many vectors fill a register. */
  private static final int LANES = SHORTS.length();

  private static final int NARROW_LANES = NARROW_SHORTS.length();

  /** Papers that share what is read of the vectors. */
  private static final int TOGETHER = 4;

  /** So many vectors, of two registers, share what is read of the papers. */
  private static final int PAIR = 2 * LANES;

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
    int places = groups * GROUP;
    int together = papers.size() / TOGETHER * TOGETHER;
    short[] wide = new short[PAIR * dimensions];
    short[] products = new short[PAIR * TOGETHER];
    for (int place = 0; place < places && together > 0; place += PAIR) {
      widen(vectors, place, dimensions, wide);
      for (int paper = 0; paper < together; paper += TOGETHER) {
        multiply(
            wide, twice[paper], twice[paper + 1], twice[paper + 2], twice[paper + 3], products);
        for (int i = 0; i < TOGETHER; i++) {
          int from = i * PAIR;
          tell(products, from, PAIR, thresholds, place, slacks[paper + i], paper + i, found);
        }
      }
    }
    for (int paper = together; paper < slacks.length; paper++) {
      for (int place = 0; place < places; place += GROUP) {
        for (int i = 0; i < GROUP; i += 2 * NARROW_LANES) {
          multiply(vectors, start(place + i, dimensions), twice[paper], products, i);
        }
        tell(products, 0, GROUP, thresholds, place, slacks[paper], paper, found);
      }
    }
  }

  private static VectorSpecies<Byte> halfOf(VectorSpecies<Short> shorts) {
    return VectorSpecies.of(byte.class, VectorShape.forBitSize(shorts.vectorBitSize() / 2));
  }

  /** Where the first component of the vector at a place lies; the next one lies a group further. */
  private static int start(int place, int dimensions) {
    return place / GROUP * GROUP * dimensions + place % GROUP;
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
      int count,
      short[] thresholds,
      int place,
      short slack,
      int paper,
      Candidate found) {
    for (int i = 0; i < count; i += LANES) {
      VectorMask<Short> near =
          ShortVector.fromArray(SHORTS, products, from + i)
              .compare(
                  VectorOperators.GE,
                  ShortVector.fromArray(SHORTS, thresholds, place + i).sub(slack));
      if (near.anyTrue()) {
        for (int lane = 0; lane < LANES; lane++) {
          if (near.laneIsSet(lane)) {
            found.at(paper, place + i + lane);
          }
        }
      }
    }
  }

  /** One paper and the vectors of two narrow registers. */
  private static void multiply(byte[] vectors, int left, int[] paper, short[] products, int into) {
    int right = left + NARROW_LANES;
    ShortVector evenLeft = ShortVector.zero(NARROW_SHORTS);
    ShortVector evenRight = evenLeft;
    ShortVector oddLeft = evenLeft;
    ShortVector oddRight = evenLeft;
    for (int i = 0; i < paper.length; i += 2) {
      int even = i * GROUP;
      int odd = even + GROUP;
      ShortVector component = spreadNarrow(paper, i);
      evenLeft = evenLeft.add(narrow(vectors, left + even).mul(component));
      evenRight = evenRight.add(narrow(vectors, right + even).mul(component));
      component = spreadNarrow(paper, i + 1);
      oddLeft = oddLeft.add(narrow(vectors, left + odd).mul(component));
      oddRight = oddRight.add(narrow(vectors, right + odd).mul(component));
    }
    evenLeft.add(oddLeft).intoArray(products, into);
    evenRight.add(oddRight).intoArray(products, into + NARROW_LANES);
  }

  private static ShortVector narrow(byte[] vectors, int at) {
    return (ShortVector)
        ByteVector.fromArray(NARROW_BYTES, vectors, at)
            .convertShape(VectorOperators.B2S, NARROW_SHORTS, 0);
  }

  private static ShortVector spreadNarrow(int[] paper, int at) {
    return IntVector.broadcast(NARROW_INTS, paper[at]).reinterpretAsShorts();
  }

  private static ShortVector wide(byte[] vectors, int at) {
    return (ShortVector)
        ByteVector.fromArray(BYTES, vectors, at).convertShape(VectorOperators.B2S, SHORTS, 0);
  }

  private static ShortVector spread(int[] paper, int at) {
    return IntVector.broadcast(INTS, paper[at]).reinterpretAsShorts();
  }

  /** The vectors of two registers side by side, two bytes a component. */
  private static void widen(byte[] vectors, int place, int dimensions, short[] into) {
    int left = start(place, dimensions);
    int right = start(place + LANES, dimensions);
    for (int i = 0; i < dimensions; i++) {
      wide(vectors, left + i * GROUP).intoArray(into, i * PAIR);
      wide(vectors, right + i * GROUP).intoArray(into, i * PAIR + LANES);
    }
  }

  /** Four papers and the vectors of two registers: eight sums stay in registers. */
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
      ShortVector right = ShortVector.fromArray(SHORTS, wide, i * PAIR + LANES);
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
    oneRight.intoArray(products, LANES);
    twoLeft.intoArray(products, PAIR);
    twoRight.intoArray(products, PAIR + LANES);
    threeLeft.intoArray(products, 2 * PAIR);
    threeRight.intoArray(products, 2 * PAIR + LANES);
    fourLeft.intoArray(products, 3 * PAIR);
    fourRight.intoArray(products, 3 * PAIR + LANES);
  }
}
