package io.paperwire.standalone.cli;

import io.paperwire.bench.BenchSettings;
import io.paperwire.bench.FuzzBench;
import io.paperwire.bench.MatchBench;
import io.paperwire.bench.relevance.CalibrationEvaluation;
import io.paperwire.bench.relevance.CategoryEvaluation;
import io.paperwire.bench.relevance.NamedPaper;
import io.paperwire.bench.relevance.RelevanceBench;
import io.paperwire.bench.relevance.TopicEvaluation;
import io.paperwire.index.Admission;
import io.paperwire.index.Paper;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.standalone.replay.EnrichBench;
import io.paperwire.standalone.replay.EnrichBenchSettings;
import io.paperwire.standalone.system.Distribution;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.text.Phrase;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what Paperwire claims. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures what Paperwire claims.",
    subcommands = BenchStreamCommand.class)
final class BenchCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** What is to be measured is missing. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to measure: 'bench match', 'bench match-stream', 'bench fuzz', 'bench relevance'"
            + " or 'bench enrich'.");
  }

  /** Measures matching. */
  @Command(
      name = "match",
      mixinStandardHelpOptions = true,
      description = {
        "Measures matching beside Lucene Monitor, on interests made of the papers.",
        "A million interests in both engines need a heap of some gigabytes:"
            + " PAPERWIRE_JAVA_OPTS=-Xmx6g paperwire bench match --papers FILE."
            + " The exit code is 1 if the engines differ in a match."
      })
  int match(
      @Option(
              names = "--papers",
              paramLabel = "FILE",
              description = "Papers, one a line, as for 'paperwire tag' (default: the sample).")
          Optional<Path> papers,
      @Option(
              names = "--interests",
              paramLabel = "N",
              defaultValue = "1000000",
              description = "Interests in both engines (default ${DEFAULT-VALUE}).")
          int interests,
      @Option(
              names = "--phrases",
              paramLabel = "FILE",
              description =
                  "Interests besides, one phrase a line; those that an index refuses are left"
                      + " out.")
          Optional<Path> phrases,
      @Option(
              names = "--growth",
              paramLabel = "N",
              split = ",",
              description = "Sizes at which the index alone is measured before.")
          List<Integer> growth,
      @Option(
              names = "--matches",
              paramLabel = "N",
              defaultValue = "10000",
              description = "Papers each thread matches in a measurement (${DEFAULT-VALUE}).")
          int matches,
      @Option(
              names = "--lucene-matches",
              paramLabel = "N",
              defaultValue = "200",
              description =
                  "Papers that Lucene Monitor matches and both are compared on; 0 leaves it out"
                      + " (${DEFAULT-VALUE}).")
          int luceneMatches,
      @Option(
              names = "--changes",
              paramLabel = "N",
              defaultValue = "10000",
              description = "Changes of interests a second (${DEFAULT-VALUE}).")
          int changes,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "Seed of all that is drawn (${DEFAULT-VALUE}).")
          long seed)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    BenchSettings settings =
        new BenchSettings(
            interests,
            Optional.ofNullable(growth).orElse(List.of()),
            matches,
            luceneMatches,
            changes,
            seed);
    return new MatchBench(
                settings,
                BenchPapersFile.read(papers, spec.commandLine().getErr()),
                stated(phrases),
                out)
            .run()
        ? 0
        : 1;
  }

  /** Tries random texts. */
  @Command(
      name = "fuzz",
      mixinStandardHelpOptions = true,
      description = {
        "Throws random texts at the parser of interests, and what it understands at the index.",
        "The exit code is 1 if anything breaks, hangs or contradicts itself."
      })
  int fuzz(
      @Option(
              names = "--papers",
              paramLabel = "FILE",
              description = "Papers, one a line, as for 'paperwire tag' (default: the sample).")
          Optional<Path> papers,
      @Option(
              names = "--inputs",
              paramLabel = "N",
              defaultValue = "1000000",
              description = "How many texts (${DEFAULT-VALUE}).")
          int inputs,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "Seed of all that is drawn (${DEFAULT-VALUE}).")
          long seed)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Paper> read = BenchPapersFile.read(papers, spec.commandLine().getErr());
    return new FuzzBench(inputs, seed, read, out).run() ? 0 : 1;
  }

  /** Measures judgement. */
  @Command(
      name = "relevance",
      mixinStandardHelpOptions = true,
      description = {
        "Measures how far Paperwire's judgement agrees with that of readers, and writes a page.",
        "An evaluation whose papers are not given is skipped. Training on eighty thousand papers"
            + " needs a heap of some gigabytes: PAPERWIRE_JAVA_OPTS=-Xmx3g."
      })
  int relevance(
      @Option(
              names = "--papers",
              paramLabel = "FILE",
              description = "Papers whose topics readers judged; may be given several times.")
          List<Path> papers,
      @Option(
              names = "--category-papers",
              paramLabel = "FILE",
              description = "Papers with categories and a date; may be given several times.")
          List<Path> categoryPapers,
      @Option(
              names = "--hold-out",
              paramLabel = "DAY",
              description =
                  "From this day on, to the end of its year, the papers with categories are asked"
                      + " about and not learnt from; may be given several times.")
          List<LocalDate> holdOut,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              defaultValue = "docs/judgement.md",
              description = "Where the page goes (${DEFAULT-VALUE}).")
          Path page)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    Vocabulary vocabulary = Vocabulary.load();
    List<NamedPaper> judged = NamedPapers.read(listed(papers), errors);
    List<NamedPaper> categorised = NamedPapers.read(listed(categoryPapers), errors);
    new RelevanceBench(
            List.of(
                new TopicEvaluation(PaperJudge.load(vocabulary), judged),
                new CalibrationEvaluation(vocabulary, judged),
                new CategoryEvaluation(categorised, listed(holdOut), out::println)),
            out)
        .run(page);
    return 0;
  }

  private static <T> List<T> listed(List<T> option) {
    return Optional.ofNullable(option).orElse(List.of());
  }

  /** Measures enrichment. */
  @Command(
      name = "enrich",
      mixinStandardHelpOptions = true,
      description = {
        "Measures enrich-service on a real broker, exactly once: papers a second undisturbed; then"
            + " the same papers while it is killed again and again, and while it grows from one"
            + " instance to four.",
        "The exit code is 1 if a record differs in a byte, is lost or is there twice."
      })
  int enrich(
      @Option(
              names = "--papers",
              paramLabel = "FILE",
              description = "Papers, one a line, as for 'paperwire tag' (default: the sample).")
          Optional<Path> papers,
      @Option(
              names = "--count",
              paramLabel = "N",
              defaultValue = "20000",
              description =
                  "So many papers; where the file has less, they come again under other ids and"
                      + " titles (${DEFAULT-VALUE}).")
          int count,
      @Option(
              names = "--kills",
              paramLabel = "N",
              defaultValue = "10",
              description = "Times that the service is killed; 0 leaves it out (${DEFAULT-VALUE}).")
          int kills,
      @Option(names = "--no-scale", description = "Leave out the growth to four instances.")
          boolean noScale,
      @Option(names = "--vectors", description = "Give each paper its vector too.") boolean vectors,
      @Option(
              names = "--threads",
              paramLabel = "N",
              defaultValue = "2",
              description = "Threads of each stream of an instance (${DEFAULT-VALUE}).")
          int threads)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("paperwire-bench");
    out.println("data and logs are in " + folder);
    EnrichBenchSettings settings = new EnrichBenchSettings(kills, !noScale, vectors, threads);
    List<PaperEvent> events =
        ReplayedPaper.events(BenchPapersFile.records(papers, spec.commandLine().getErr()), count);
    return new EnrichBench(Distribution.running(), folder, events, settings, out).run() ? 0 : 1;
  }

  private static List<Expression> stated(Optional<Path> file) throws IOException {
    if (file.isEmpty()) {
      return List.of();
    }
    try (InputStream in = PaperInput.open(file.get())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> Phrase.of(line).isPresent() && line.indexOf('"') < 0)
          .<Expression>map(line -> new Clause.Words(Scope.ANYWHERE, line))
          .filter(phrase -> Admission.refusal(phrase).isEmpty())
          .toList();
    }
  }
}
