package io.paperwire.standalone.cli;

import io.paperwire.index.Paper;
import io.paperwire.standalone.demo.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The papers that benchmarks are run on. */
final class BenchPapersFile {

  private BenchPapersFile() {}

  /**
   * Reads papers without topics.
   *
   * @param file as for 'paperwire tag'; the sample if there is none
   * @param errors told of each line that is no paper
   * @throws CommandFailure if there is no paper in it
   */
  static List<Paper> read(Optional<Path> file, PrintWriter errors) throws IOException {
    List<Paper> papers = new ArrayList<>();
    String name = file.map(Path::toString).orElse("sample");
    PaperInput input = new PaperInput(name, errors);
    try (InputStream in = file.isPresent() ? PaperInput.open(file.get()) : Sample.papers()) {
      input.read(in, paper -> papers.add(InterestPaper.of(paper, List.of())));
    }
    if (papers.isEmpty()) {
      throw new CommandFailure("there is no paper in " + name);
    }
    return papers;
  }
}
