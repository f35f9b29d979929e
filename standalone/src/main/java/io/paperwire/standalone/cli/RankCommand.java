package io.paperwire.standalone.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperwire.likeness.PaperText;
import io.paperwire.likeness.Ranker;
import io.paperwire.standalone.ranking.PaperNames;
import io.paperwire.standalone.ranking.ProfileLine;
import io.paperwire.standalone.ranking.Ranking;
import io.paperwire.standalone.ranking.RankingFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ranks papers for profiles of likes and dislikes, without a broker. */
@Command(
    name = "rank",
    mixinStandardHelpOptions = true,
    description = {
      "Ranks papers by how like they are to those that somebody likes.",
      "Profiles are JSON Lines {\"id\",\"likes\":[ids],\"dislikes\":[ids],\"candidates\":[ids]}, of"
          + " which only id is required; papers are as for 'paperwire tag'. Files"
          + " may be gzipped, and '-' is standard input. A paper may be named by its arXiv id or an"
          + " address as well. Writes one line a profile, {\"id\",\"ranked\":[ids]}, best first."
          + " Ids that are no paper's, what is no id, and papers whose id stood in a line before,"
          + " are reported on standard error and left out, and the exit code is 1 if there was"
          + " one.",
      "The first run embeds what it needs, some fifteen papers a second a core, and keeps the"
          + " vectors; the next ones take seconds."
    })
final class RankCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--profiles",
      required = true,
      paramLabel = "FILE",
      description = "Profiles, one a line.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path profiles;

  @Option(
      names = "--papers",
      required = true,
      paramLabel = "FILE",
      description = "Papers, one a line: those of the profiles and those to rank.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path papers;

  @Option(
      names = "--candidates",
      paramLabel = "FILE",
      description =
          "A JSON array of the ids to rank for profiles that do not name their own (default: all"
              + " papers that are not in the profile).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> candidates;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Only the best N of each profile (default: all).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Integer> top;

  @Option(
      names = "--why",
      description =
          "Also says what each profile is about, and of each paper the liked one that it is nearest"
              + " to and what both say.")
  private boolean why;

  @Option(
      names = "--no-vectors",
      description = "Compare words and categories only: no embedding, and not as good.")
  private boolean noVectors;

  @Option(names = "--cache", paramLabel = "FOLDER", description = KeptVectors.WHERE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<Path> cache;

  private final JsonMapper json = new JsonMapper();

  @Override
  public Integer call() throws IOException {
    top.filter(most -> most < 1)
        .ifPresent(
            most -> {
              throw new ParameterException(spec.commandLine(), "--top is at least 1, not " + most);
            });
    PaperInput.requireOneStandardInput(
        Stream.concat(Stream.of(profiles, papers), candidates.stream()).toList());
    PrintWriter errors = spec.commandLine().getErr();
    RankingFiles files = new RankingFiles(errors::println);
    List<ProfileLine> stated = read(profiles, files::profiles);
    PaperInput input = new PaperInput(PaperInput.name(papers), errors);
    Map<String, PaperText> texts = RankedText.read(input, papers);
    PaperNames names = new PaperNames(texts.keySet());
    List<ProfileLine> lines = stated.stream().map(names::profile).toList();
    Optional<List<String>> ranked = Optional.empty();
    if (candidates.isPresent()) {
      ranked = read(candidates.get(), files::candidates).map(names::ids);
      if (ranked.isEmpty()) {
        return 1;
      }
    }
    Ranking ranking = new Ranking(texts, ranked, Ranker.learnt(), errors::println);
    ranking.read(lines);
    if (!noVectors) {
      Progress progress = new Progress("embedded", "papers", errors);
      new KeptVectors(cache).embed(ranking, progress::done);
    }
    write(ranking, lines);
    return files.rejected() + input.rejected() + ranking.unknown() == 0 ? 0 : 1;
  }

  private void write(Ranking ranking, List<ProfileLine> lines) {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress("ranked for", "profiles", spec.commandLine().getErr());
    for (int i = 0; i < lines.size(); i++) {
      out.println(answer(ranking, lines.get(i)));
      ResultWriter.requireWritten(out);
      progress.done(i + 1, lines.size());
    }
  }

  private ObjectNode answer(Ranking ranking, ProfileLine line) {
    ObjectNode answer = json.createObjectNode().put("id", line.id());
    List<String> best = ranking.rank(line).stream().limit(top.orElse(Integer.MAX_VALUE)).toList();
    best.forEach(answer.putArray("ranked")::add);
    if (why) {
      ranking.words(line).forEach(answer.putArray("words")::add);
      ArrayNode reasons = answer.putArray("why");
      for (String id : best) {
        ObjectNode reason = reasons.addObject().put("id", id);
        ranking
            .why(line, id)
            .ifPresent(
                told -> {
                  reason.put("near", told.near());
                  told.words().forEach(reason.putArray("words")::add);
                });
      }
    }
    return answer;
  }

  private static <T> T read(Path file, Reader<T> reader) throws IOException {
    try (InputStream in = PaperInput.open(file)) {
      return reader.read(PaperInput.name(file), in);
    }
  }

  private interface Reader<T> {
    T read(String name, InputStream in) throws IOException;
  }
}
