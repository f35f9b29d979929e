package io.paperwire.standalone.cli;

import io.paperwire.bench.BenchSettings;
import io.paperwire.bench.MatchBench;
import io.paperwire.index.Admission;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures matching. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Measures matching beside Lucene Monitor, on interests made of the papers.",
      "A million interests in both engines need a heap of some gigabytes:"
          + " paperwire bench match --papers FILE."
          + " The exit code is 1 if the engines differ in a match."
    })
final class BenchMatchCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private BenchPapers papers = new BenchPapers();

  @Option(
      names = "--interests",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Interests in both engines (default ${DEFAULT-VALUE}).")
  private int interests;

  @Option(
      names = "--phrases",
      paramLabel = "FILE",
      description =
          "Interests besides, one phrase a line; those that an index refuses are left" + " out.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> phrases;

  @Option(
      names = "--growth",
      paramLabel = "N",
      split = ",",
      description = "Sizes at which the index alone is measured before.")
  private List<Integer> growth = List.of();

  @Option(
      names = "--matches",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Papers each thread matches in a measurement (${DEFAULT-VALUE}).")
  private int matches;

  @Option(
      names = "--lucene-matches",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Papers that Lucene Monitor matches and both are compared on; 0 leaves it out"
              + " (${DEFAULT-VALUE}).")
  private int luceneMatches;

  @Option(
      names = "--changes",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Changes of interests a second (${DEFAULT-VALUE}).")
  private int changes;

  @Mixin private BenchSeed seed = new BenchSeed();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    BenchSettings settings =
        BenchCommand.measurable(
            () ->
                new BenchSettings(
                    interests, growth, matches, luceneMatches, changes, seed.value()));
    return new MatchBench(settings, papers.read(), stated(phrases), out).run() ? 0 : 1;
  }

  private static List<Expression> stated(Optional<Path> file) throws IOException {
    if (file.isEmpty()) {
      return List.of();
    }
    try (InputStream in = PaperInput.open(file.get())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .flatMap(line -> phrase(line).stream())
          .filter(phrase -> Admission.refusal(phrase).isEmpty())
          .toList();
    }
  }

  /** A line as one types it to look for all of it; nothing if that is no interest. */
  private static Optional<Expression> phrase(String line) {
    return switch (InterestParser.ofAnyTopic().parse('"' + line.replace("\"", "") + '"')) {
      case Reading.Understood(Expression phrase) -> Optional.of(phrase);
      case Reading.Refused _ -> Optional.empty();
    };
  }
}
