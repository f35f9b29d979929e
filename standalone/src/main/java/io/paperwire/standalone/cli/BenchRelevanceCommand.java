package io.paperwire.standalone.cli;

import io.paperwire.bench.relevance.CalibrationEvaluation;
import io.paperwire.bench.relevance.CategoryEvaluation;
import io.paperwire.bench.relevance.NamedPaper;
import io.paperwire.bench.relevance.RankingEvaluation;
import io.paperwire.bench.relevance.RelevanceBench;
import io.paperwire.bench.relevance.TopicEvaluation;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
      names = "--profiles",
      paramLabel = "FILE",
      description = "Profiles with their candidates, as 'paperwire rank' takes them.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> profiles;

  @Option(
      names = "--wanted",
      paramLabel = "FILE",
      description =
          "What each profile wants of its candidates, a line {\"id\",\"relevant\":[ids]} each.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> wanted;

  @Option(
      names = "--profile-papers",
      paramLabel = "FILE",
      description = "The papers of the profiles and their candidates.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> profilePapers;

  @Option(
      names = "--no-vectors",
      description = "Rank and predict categories by words alone, and embed nothing.")
  private boolean noVectors;

  @Option(names = "--cache", paramLabel = "FOLDER", description = KeptVectors.WHERE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> cache;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the page goes; what is there already is replaced as a whole.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path page;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    OutputFile.requireWritable(page);
    Vocabulary vocabulary = Vocabulary.load();
    List<NamedPaper> judged = NamedPapers.read(papers, errors);
    List<NamedPaper> categorised = NamedPapers.read(categoryPapers, errors);
    ReplayedDays days = new ReplayedDays(cache, !noVectors, errors);
    boolean measured =
        new RelevanceBench(
                List.of(
                    new TopicEvaluation(PaperJudge.load(vocabulary), vectors(judged), judged),
                    new CalibrationEvaluation(vocabulary, judged),
                    new CategoryEvaluation(
                        categorised, vectors(categorised), holdOut, out::println),
                    new RankingEvaluation(
                        "Ranking",
                        days.read(profiles, wanted, profilePapers, UnaryOperator.identity())),
                    new RankingEvaluation(
                        "Ranking where only titles are known",
                        days.read(profiles, wanted, profilePapers, ReplayedDays::titleOf)),
                    new DigestOrderEvaluation(days.tasted(profiles, wanted, profilePapers))),
                out)
            .run(page);
    if (!measured) {
      throw new CommandFailure(
          "nothing was measured, and " + page + " is as it was: name papers, see -h");
    }
    return 0;
  }

  private Function<PaperText, Optional<SentenceVector>> vectors(List<NamedPaper> named)
      throws IOException {
    return noVectors
        ? _ -> Optional.empty()
        : new KeptVectors(cache)
            .of(
                named.stream().map(NamedPaper::text).toList(),
                new Progress("embedded", "papers", spec.commandLine().getErr())::done);
  }
}
