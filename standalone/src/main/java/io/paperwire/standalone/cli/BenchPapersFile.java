package io.paperwire.standalone.cli;

import io.paperwire.index.Paper;
import io.paperwire.ingest.record.SourceRecord;
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

  /** Reads papers as interests see them, without topics; otherwise like {@link #records}. */
  static List<Paper> read(Optional<Path> file, PrintWriter errors) throws IOException {
    return records(file, errors).stream().map(InterestPaper::unjudged).toList();
  }

  /**
   * Reads papers.
   *
   * @param file as for 'paperwire tag'; the sample if there is none
   * @param errors told of each line that is no paper
   * @throws CommandFailure if there is no paper in it
   */
  static List<SourceRecord> records(Optional<Path> file, PrintWriter errors) throws IOException {
    List<SourceRecord> papers = new ArrayList<>();
    String name = file.map(Path::toString).orElse("sample");
    PaperInput input = new PaperInput(name, errors);
    try (InputStream in = file.isPresent() ? PaperInput.open(file.get()) : Sample.papers()) {
      input.read(in, papers::add);
    }
    if (papers.isEmpty()) {
      throw new CommandFailure("there is no paper in " + name);
    }
    return papers;
  }
}
