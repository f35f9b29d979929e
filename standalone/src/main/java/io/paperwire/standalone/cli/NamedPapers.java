package io.paperwire.standalone.cli;

import io.paperwire.bench.relevance.NamedPaper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Papers of files as they are judged. */
final class NamedPapers {

  private NamedPapers() {}

  /**
   * Reads all papers of all files, in their order.
   *
   * @param errors told of each line that is no paper
   * @throws CommandFailure if a file cannot be read
   */
  static List<NamedPaper> read(List<Path> files, PrintWriter errors) throws IOException {
    List<NamedPaper> papers = new ArrayList<>();
    for (Path file : files) {
      PaperInput input = new PaperInput(PaperInput.name(file), errors);
      try (InputStream in = PaperInput.open(file)) {
        input.read(
            in, paper -> papers.add(new NamedPaper(paper.sourceKey(), JudgedText.of(paper))));
      }
    }
    return papers;
  }
}
