package io.paperwire.standalone.cli;

import io.paperwire.index.Paper;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.standalone.demo.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names the papers which a benchmark is run on. */
final class BenchPapers {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Option(
      names = "--papers",
      paramLabel = "FILE",
      description = "Papers, one a line, as for 'paperwire tag' (default: the sample).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> file;

  /** Reads papers as interests see them, without topics; otherwise like {@link #records}. */
  List<Paper> read() throws IOException {
    return records().stream().map(InterestPaper::unjudged).toList();
  }

  /**
   * Reads papers. Lines that are none are told on standard error.
   *
   * @throws CommandFailure if there is no paper in the file
   */
  List<SourceRecord> records() throws IOException {
    List<SourceRecord> papers = new ArrayList<>();
    String name = file.map(PaperInput::name).orElse("sample");
    PaperInput input = new PaperInput(name, command.commandLine().getErr());
    try (InputStream in = file.isPresent() ? PaperInput.open(file.get()) : Sample.papers()) {
      input.read(in, papers::add);
    }
    if (papers.isEmpty()) {
      throw new CommandFailure("there is no paper in " + name);
    }
    return papers;
  }
}
