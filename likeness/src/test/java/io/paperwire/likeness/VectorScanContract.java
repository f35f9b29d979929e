package io.paperwire.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

abstract class VectorScanContract {

  private static final int DIMENSIONS = 384;

  private final Random random = new Random(7);
  private final ScanKernel kernel;
  private final VectorScan scan;

  VectorScanContract(ScanKernel kernel) {
    this.kernel = kernel;
    this.scan = new VectorScan(DIMENSIONS, kernel);
  }

  @Test
  void shouldFindExactlyThePairsThatAreNearEnough() {
    List<byte[]> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      byte[] row = vector();
      rows.add(row);
      assertThat(scan.add(row, 0.55)).isEqualTo(i);
    }
    List<byte[]> papers = new ArrayList<>();
    for (int i = 0; i < 37; i++) {
      papers.add(between(rows.get(i), vector(), i / 37.0));
    }

    assertThat(found(papers)).isEqualTo(expected(papers, rows, 0.55)).hasSizeGreaterThan(10);
  }

  @Test
  void shouldAskLessWherePapersAreAllowedMore() {
    List<byte[]> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(vector());
      scan.add(rows.get(i), 0.6);
    }
    List<byte[]> papers = new ArrayList<>();
    for (int i = 0; i < 37; i++) {
      papers.add(between(rows.get(i), vector(), i / 37.0));
    }

    assertThat(found(papers, 0.14))
        .isEqualTo(expected(papers, rows, 0.46))
        .hasSizeGreaterThan(found(papers).size());
    assertThatThrownBy(() -> new VectorScan.Paper(papers.getFirst(), 0.3))
        .hasMessage("an allowance is 0 to 0.25, not 0.3");
  }

  @Test
  void shouldForgetWhatIsRemovedAndGiveItsNumberAgain() {
    List<byte[]> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(vector());
      scan.add(rows.get(i), 0.9);
    }
    for (int i = 0; i < 300; i += 2) {
      scan.remove(i);
    }
    assertThat(found(rows)).doesNotContain("0 0").contains("1 1", "299 299").hasSize(150);
    assertThat(found(rows, 0.25)).doesNotContain("0 0").contains("1 1", "299 299").hasSize(150);

    byte[] another = vector();
    assertThat(scan.add(another, 0.9)).isEqualTo(298);
    assertThat(found(List.of(another))).containsExactly("0 298");
  }

  @Test
  void shouldFindNothingNearToZerosInThePlaceOfAnother() {
    byte[] vector = vector();
    scan.remove(scan.add(vector, 0.5));

    assertThat(scan.add(new byte[DIMENSIONS], 0.5)).isZero();

    assertThat(found(List.of(vector), 0.25)).isEmpty();
  }

  @Test
  void shouldHoldAtTheEndsOfTheRange() {
    byte[] most = new byte[DIMENSIONS];
    byte[] least = new byte[DIMENSIONS];
    Arrays.fill(most, (byte) 127);
    Arrays.fill(least, (byte) -128);
    scan.add(most, 0.99);
    scan.add(least, 0.99);
    scan.add(new byte[DIMENSIONS], 0.5);
    byte[] lone = new byte[DIMENSIONS];
    lone[383] = 1;
    scan.add(lone, 1);

    assertThat(found(List.of(most, least, new byte[DIMENSIONS], lone)))
        .containsExactly("0 0", "1 1", "3 3");
  }

  /** Of some dimensions rounding lengthens each component by almost a half. */
  @Test
  void shouldNotOverflowHoweverManyDimensionsThereAre() {
    for (int dimensions = 64; dimensions < 4_096; dimensions += 9) {
      VectorScan wide = new VectorScan(dimensions, kernel);
      byte[] even = new byte[dimensions];
      Arrays.fill(even, (byte) 1);
      wide.add(even, 0.999);
      List<Integer> rows = new ArrayList<>();
      wide.scan(List.of(new VectorScan.Paper(even, 0)), (_, row) -> rows.add(row));
      assertThat(rows).as("%d dimensions", dimensions).containsExactly(0);
    }
  }

  @Test
  void shouldRefuseVectorsOfOtherDimensions() {
    assertThatThrownBy(() -> scan.add(new byte[3], 0.5))
        .hasMessage("a vector of 3 dimensions among those of 384");
    assertThatThrownBy(() -> scan.scan(papers(List.of(new byte[385]), 0), (_, _) -> {}))
        .hasMessage("a vector of 385 dimensions among those of 384");
  }

  private Set<String> found(List<byte[]> papers) {
    return found(papers, 0);
  }

  private Set<String> found(List<byte[]> papers, double allowance) {
    List<String> pairs = new ArrayList<>();
    scan.scan(papers(papers, allowance), (paper, row) -> pairs.add(paper + " " + row));
    assertThat(pairs).doesNotHaveDuplicates();
    return new TreeSet<>(pairs);
  }

  private static List<VectorScan.Paper> papers(List<byte[]> vectors, double allowance) {
    return vectors.stream().map(vector -> new VectorScan.Paper(vector, allowance)).toList();
  }

  private static Set<String> expected(List<byte[]> papers, List<byte[]> rows, double least) {
    Set<String> pairs = new TreeSet<>();
    for (int paper = 0; paper < papers.size(); paper++) {
      for (int row = 0; row < rows.size(); row++) {
        double cosine =
            dot(papers.get(paper), rows.get(row))
                / Math.sqrt(
                    dot(papers.get(paper), papers.get(paper)) * dot(rows.get(row), rows.get(row)));
        if (cosine >= least) {
          pairs.add(paper + " " + row);
        }
      }
    }
    return pairs;
  }

  private static double dot(byte[] one, byte[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
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

  private static byte[] between(byte[] one, byte[] other, double share) {
    byte[] mixed = new byte[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      mixed[i] = (byte) Math.round(one[i] * (1 - share) + other[i] * share);
    }
    return mixed;
  }
}
