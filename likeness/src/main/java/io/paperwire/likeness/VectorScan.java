package io.paperwire.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vectors of one byte a component, all of which are compared with each paper: an exact scan, with
 * no index that could miss one. Vectors are added and removed between two scans. Not safe for use
 * by several threads.
 *
 * <p>A cosine is that of the bytes, {@code a·b / (|a| |b|)}. Most pairs are told apart by a sieve
 * ({@link CoarseVector}) whose error is bounded, so that it never loses a pair; what is left is
 * computed in whole numbers up to the last division.
 *
 * <p>The sieve takes {@link ScanKernel#GROUP} vectors at a time, dimension by dimension, so that no
 * sum has to be collected from the lanes of a register; of several papers four share what is read.
 * Where the JVM was started with {@code --add-modules jdk.incubator.vector}, it works with vector
 * instructions.
 */
public final class VectorScan {

  private static final int PAGE_ROWS = 4096;
  private static final short NEVER = Short.MAX_VALUE;
  private static final double MOST_ALLOWANCE = 0.25;

  private final int dimensions;
  private final int padded;
  private final ScanKernel kernel;
  private final List<Page> pages = new ArrayList<>();
  private int[] free = new int[16];
  private int freeCount;
  private int end;

  /** Some vectors. */
  private final class Page {

    /** Group by group, dimension by dimension, vector by vector. */
    private final byte[] coarse = new byte[PAGE_ROWS * padded];

    /** Vector by vector. */
    private final byte[] exact = new byte[PAGE_ROWS * dimensions];

    /** What a product of coarse vectors has to reach, but for the error of the paper. */
    private final short[] thresholds = new short[PAGE_ROWS];

    /** Infinite where nothing is near: the sieve may let through what is there no more. */
    private final float[] leastCosines = new float[PAGE_ROWS];

    Page() {
      Arrays.fill(thresholds, NEVER);
      Arrays.fill(leastCosines, Float.POSITIVE_INFINITY);
    }
  }

  /**
   * No vectors yet.
   *
   * @param dimensions components of each
   */
  public VectorScan(int dimensions) {
    this(dimensions, ScanKernel.best());
  }

  VectorScan(int dimensions, ScanKernel kernel) {
    this.dimensions = dimensions;
    this.padded = CoarseVector.padded(dimensions);
    this.kernel = kernel;
  }

  /**
   * A paper that is compared.
   *
   * @param vector its vector
   * @param allowance how much less than a row's least cosine is enough, in [0, 0.25]
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Paper(byte[] vector, double allowance) {

    /**
     * @throws IllegalArgumentException if the allowance is out of its range: the sieve would not
     *     hold it
     */
    public Paper {
      if (!(allowance >= 0 && allowance <= MOST_ALLOWANCE)) {
        throw new IllegalArgumentException("an allowance is 0 to 0.25, not " + allowance);
      }
    }
  }

  /** Told of each pair that is near enough. */
  @FunctionalInterface
  public interface Hit {

    /**
     * A pair is near enough.
     *
     * @param paper place in the list of papers
     * @param row number of the vector
     */
    void near(int paper, int row);
  }

  /** Whether scans in this JVM work with vector instructions. */
  public static boolean hasVectorInstructions() {
    return ScanKernel.best() instanceof SimdKernel;
  }

  /** Components of each vector. */
  public int dimensions() {
    return dimensions;
  }

  /**
   * Adds a vector. One of zeros is near to nothing.
   *
   * @param leastCosine the least cosine of a paper that is near enough, in (0, 1]
   * @return its number, which may be that of one that was removed
   * @throws IllegalArgumentException if it has another number of components
   */
  public int add(byte[] vector, double leastCosine) {
    requireDimensions(vector);
    int row = freeCount > 0 ? free[--freeCount] : end++;
    if (row / PAGE_ROWS == pages.size()) {
      pages.add(new Page());
    }
    Page page = pages.get(row / PAGE_ROWS);
    int place = row % PAGE_ROWS;
    System.arraycopy(vector, 0, page.exact, place * dimensions, dimensions);
    CoarseVector.of(vector)
        .ifPresent(
            coarse -> {
              page.leastCosines[place] = (float) leastCosine;
              int group = place / ScanKernel.GROUP * ScanKernel.GROUP;
              for (int i = 0; i < dimensions; i++) {
                page.coarse[group * padded + i * ScanKernel.GROUP + place - group] =
                    coarse.values()[i];
              }
              page.thresholds[place] = coarse.threshold(page.leastCosines[place]);
            });
    return row;
  }

  /** Removes a vector; its number is given again. */
  public void remove(int row) {
    Page page = pages.get(row / PAGE_ROWS);
    page.thresholds[row % PAGE_ROWS] = NEVER;
    page.leastCosines[row % PAGE_ROWS] = Float.POSITIVE_INFINITY;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = row;
  }

  /**
   * Compares papers with all vectors.
   *
   * @param papers several at once cost less each; 32 are enough
   * @param found told of each pair that is near enough, once, in no particular order
   */
  public void scan(List<Paper> papers, Hit found) {
    List<Integer> places = new ArrayList<>();
    List<CoarseVector> coarse = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      Paper paper = papers.get(i);
      requireDimensions(paper.vector());
      var vector = CoarseVector.of(paper.vector());
      if (vector.isPresent()) {
        places.add(i);
        coarse.add(vector.get().allowing(paper.allowance()));
      }
    }
    for (int number = 0; number < pages.size(); number++) {
      Page page = pages.get(number);
      int first = number * PAGE_ROWS;
      int pairs = Math.ceilDiv(Math.min(PAGE_ROWS, end - first), 2 * ScanKernel.GROUP);
      kernel.sieve(
          page.coarse,
          padded,
          2 * pairs,
          page.thresholds,
          coarse,
          (paper, place) -> {
            int asked = places.get(paper);
            if (isNear(papers.get(asked), page, place)) {
              found.near(asked, first + place);
            }
          });
    }
  }

  private boolean isNear(Paper paper, Page page, int place) {
    int dot = 0;
    int left = 0;
    int right = 0;
    int from = place * dimensions;
    for (int i = 0; i < dimensions; i++) {
      int mine = paper.vector()[i];
      int theirs = page.exact[from + i];
      dot += mine * theirs;
      left += mine * mine;
      right += theirs * theirs;
    }
    double least = page.leastCosines[place] - paper.allowance();
    return dot >= least * Math.sqrt((double) left * right);
  }

  private void requireDimensions(byte[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(
          "a vector of %d dimensions among those of %d".formatted(vector.length, dimensions));
    }
  }
}
