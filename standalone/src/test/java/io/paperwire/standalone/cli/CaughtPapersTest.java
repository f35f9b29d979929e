package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CaughtPapersTest {

  private static final int PAPERS = 50;

  @Test
  void shouldGiveEachInterestItsMatchesInTheirOrderWhereverTheyWaited() throws IOException {
    int allInTheFile = 0;
    int someInTheFile = 1000;
    int noneInTheFile = 1 << 20;
    for (int mostBytes : List.of(allInTheFile, someInTheFile, noneInTheFile)) {
      check(mostBytes);
    }
  }

  @Test
  void shouldNeedAsLittleMemoryForManyInterestsAsForOne() throws IOException {
    int interests = 100_000;
    int papers = 20;
    int mostBytes = 1 << 20;
    try (CaughtPapers caught = new CaughtPapers(mostBytes)) {
      long before = usedBytes();
      for (int paper = 0; paper < papers; paper++) {
        for (int interest = 0; interest < interests; interest++) {
          caught.add(interest, Integer.toString(paper));
        }
      }
      assertThat(usedBytes() - before).isLessThan(8L * mostBytes);
      String all =
          IntStream.range(0, papers).mapToObj(Integer::toString).collect(Collectors.joining(","));
      for (int interest = 0; interest < interests; interest++) {
        assertThat(written(caught, interest)).isEqualTo(all);
      }
    }
  }

  /** After a collection; the heap holds what else the test has, so the bound is not a close one. */
  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void check(int mostBytes) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    long before = temporaryFiles(folder);
    try (CaughtPapers caught = new CaughtPapers(mostBytes)) {
      for (int paper = 0; paper < PAPERS; paper++) {
        caught.add(0, "\"\u00FC" + paper + '"');
        if (paper % 7 == 0) {
          caught.add(2, Integer.toString(paper));
        }
      }

      assertThat(written(caught, 0))
          .isEqualTo(
              IntStream.range(0, PAPERS)
                  .mapToObj(paper -> "\"\u00FC" + paper + '"')
                  .collect(Collectors.joining(",")));
      assertThat(written(caught, 1)).isEmpty();
      assertThat(written(caught, 2)).isEqualTo("0,7,14,21,28,35,42,49");
    }
    assertThat(temporaryFiles(folder)).isEqualTo(before);
  }

  private static String written(CaughtPapers caught, int interest) {
    StringWriter out = new StringWriter();
    caught.write(interest, new PrintWriter(out));
    return out.toString();
  }

  private static long temporaryFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("paperwire-match"))
          .count();
    }
  }
}
