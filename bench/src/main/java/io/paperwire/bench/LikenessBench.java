package io.paperwire.bench;

import io.paperwire.likeness.VectorScan;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures on one thread how long it takes to compare a paper with all vectors that subscribers
 * like: one paper at a time, and papers in blocks, beside a loop over the numbers. All three have
 * to find the same pairs; the loop, which is slow, is asked about one paper.
 */
public final class LikenessBench {

  private static final int DIMENSIONS = 384;
  private static final double LEAST_COSINE = 0.6;
  private static final int ROUNDS = 12;
  private static final double MILLISECOND = 1e6;

  private final int count;
  private final int block;
  private final Random random;
  private final PrintWriter out;

  /**
   * A benchmark.
   *
   * @param count how many vectors
   * @param block how many papers in a block
   * @throws IllegalArgumentException if there is nothing to compare
   */
  public LikenessBench(int count, int block, long seed, PrintWriter out) {
    if (count < 1 || block < 1) {
      throw new IllegalArgumentException("there must be a vector, and a paper in a block");
    }
    this.count = count;
    this.block = block;
    this.random = new Random(seed);
    this.out = out;
  }

  /** Runs it and writes a report. Whether all ways found the same pairs. */
  public boolean run() {
    out.printf(
        Locale.ROOT,
        "%,d vectors of %d bytes, least cosine %.2f, %s%n",
        count,
        DIMENSIONS,
        LEAST_COSINE,
        VectorScan.hasVectorInstructions() ? "vector instructions" : "no vector instructions");
    VectorScan scan = new VectorScan(DIMENSIONS);
    byte[][] rows = new byte[count][];
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      rows[i] = vector();
      scan.add(rows[i], LEAST_COSINE);
    }
    out.printf(Locale.ROOT, "built in %.1f s%n", (System.nanoTime() - start) / 1e9);
    List<byte[]> papers = new ArrayList<>();
    for (int i = 0; i < block; i++) {
      papers.add(near(rows[random.nextInt(count)]));
    }
    double loop = median(1, () -> loop(papers.getFirst(), rows));
    out.printf(Locale.ROOT, "a loop over the numbers: %.1f ms a paper%n", loop);
    double one = median(ROUNDS, () -> scanned(scan, papers.subList(0, 1)));
    out.printf(
        Locale.ROOT, "one paper at a time: %.1f ms a paper, %.1f times as fast%n", one, loop / one);
    double together = median(ROUNDS, () -> scanned(scan, papers)) / block;
    out.printf(
        Locale.ROOT,
        "in blocks of %d: %.2f ms a paper, %.1f times as fast%n",
        block,
        together,
        loop / together);
    boolean same = isSame(scan, papers, rows);
    out.printf(Locale.ROOT, "%s%n", same ? "the same pairs" : "DIFFERENT PAIRS");
    return same;
  }

  private boolean isSame(VectorScan scan, List<byte[]> papers, byte[][] rows) {
    List<Long> apart = new ArrayList<>();
    for (int paper = 0; paper < papers.size(); paper++) {
      long first = (long) paper * count;
      scanned(scan, papers.subList(paper, paper + 1)).forEach(row -> apart.add(first + row));
    }
    return scanned(scan, papers).equals(apart)
        && scanned(scan, papers.subList(0, 1)).equals(loop(papers.getFirst(), rows));
  }

  /** The median of some rounds after two that do not count, in milliseconds. */
  private static double median(int rounds, Runnable round) {
    round.run();
    round.run();
    double[] times = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      round.run();
      times[i] = (System.nanoTime() - start) / MILLISECOND;
    }
    Arrays.sort(times);
    return times[rounds / 2];
  }

  private List<Long> scanned(VectorScan scan, List<byte[]> papers) {
    List<Long> pairs = new ArrayList<>();
    scan.scan(
        papers.stream().map(vector -> new VectorScan.Paper(vector, 0)).toList(),
        (paper, row) -> pairs.add((long) paper * count + row));
    return pairs.stream().sorted().toList();
  }

  private static List<Long> loop(byte[] paper, byte[][] rows) {
    List<Long> found = new ArrayList<>();
    double square = dot(paper, paper);
    for (int row = 0; row < rows.length; row++) {
      byte[] vector = rows[row];
      int dot = dot(paper, vector);
      if (dot > 0 && dot >= (float) LEAST_COSINE * Math.sqrt(square * dot(vector, vector))) {
        found.add((long) row);
      }
    }
    return found;
  }

  private static int dot(byte[] left, byte[] right) {
    int sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  private byte[] vector() {
    byte[] vector = new byte[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (byte) Math.clamp(Math.round(random.nextGaussian() * 40), -127, 127);
    }
    return vector;
  }

  private byte[] near(byte[] row) {
    byte[] other = vector();
    byte[] mixed = new byte[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      mixed[i] = (byte) ((row[i] + other[i]) / 2);
    }
    return mixed;
  }
}
