package io.paperwire.likeness;

import java.util.Arrays;
import java.util.List;

/** Loops over numbers, for every JVM. */
final class PlainKernel implements ScanKernel {

  @Override
  public void sieve(
      byte[] vectors,
      int dimensions,
      int groups,
      short[] thresholds,
      List<CoarseVector> papers,
      Candidate found) {
    int[] products = new int[GROUP];
    for (int group = 0; group < groups; group++) {
      for (int paper = 0; paper < papers.size(); paper++) {
        CoarseVector asked = papers.get(paper);
        multiply(vectors, group * GROUP * dimensions, asked.values(), products);
        int slack = asked.slack();
        for (int lane = 0; lane < GROUP; lane++) {
          int place = group * GROUP + lane;
          if (products[lane] >= thresholds[place] - slack) {
            found.at(paper, place);
          }
        }
      }
    }
  }

  private static void multiply(byte[] vectors, int from, byte[] paper, int[] products) {
    Arrays.fill(products, 0);
    int at = from;
    for (byte component : paper) {
      for (int lane = 0; lane < GROUP; lane++) {
        products[lane] += component * vectors[at + lane];
      }
      at += GROUP;
    }
  }
}
