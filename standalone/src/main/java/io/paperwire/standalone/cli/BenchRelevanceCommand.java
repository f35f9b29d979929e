package io.paperwire.standalone.cli;

import io.paperwire.bench.relevance.CalibrationEvaluation;
import io.paperwire.bench.relevance.CategoryEvaluation;
import io.paperwire.bench.relevance.NamedPaper;
import io.paperwire.bench.relevance.RelevanceBench;
import io.paperwire.bench.relevance.TopicEvaluation;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures judgement. */
@Command(
    name = "relevance",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how far Paperwire's judgement agrees with that of readers, and writes a page.",
      "An evaluation whose papers are not given is skipped. Training on eighty thousand papers"
          + " needs a heap of some gigabytes: PAPERWIRE_JAVA_OPTS=-Xmx3g."
    })
final class BenchRelevanceCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--papers",
      paramLabel = "FILE",
      description = "Papers whose topics readers judged; may be given several times.")
  private List<Path> papers = List.of();

  @Option(
      names = "--category-papers",
      paramLabel = "FILE",
      description = "Papers with categories and a date; may be given several times.")
  private List<Path> categoryPapers = List.of();

  @Option(
      names = "--hold-out",
      paramLabel = "DAY",
      description =
          "From this day on, to the end of its year, the papers with categories are asked about and"
              + " not learnt from; may be given several times.")
  private List<LocalDate> holdOut = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "docs/judgement.md",
      description = "Where the page goes (${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path page;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    Vocabulary vocabulary = Vocabulary.load();
    List<NamedPaper> judged = NamedPapers.read(papers, errors);
    List<NamedPaper> categorised = NamedPapers.read(categoryPapers, errors);
    new RelevanceBench(
            List.of(
                new TopicEvaluation(PaperJudge.load(vocabulary), judged),
                new CalibrationEvaluation(vocabulary, judged),
                new CategoryEvaluation(categorised, holdOut, out::println)),
            out)
        .run(page);
    return 0;
  }
}
