package io.paperwire.standalone.cli;

import io.paperwire.bench.relevance.RankedDay;
import io.paperwire.likeness.PaperText;
import io.paperwire.likeness.Ranker;
import io.paperwire.standalone.ranking.ProfileLine;
import io.paperwire.standalone.ranking.Ranking;
import io.paperwire.standalone.ranking.RankingFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Days of several people, read from files. */
final class ReplayedDays {

  private final Optional<Path> cache;
  private final boolean vectors;
  private final PrintWriter errors;

  /**
   * A reader.
   *
   * @param cache where vectors are kept; empty: the user's folder
   * @param vectors whether papers are embedded
   * @param errors told of each line that cannot be used, and of progress
   */
  ReplayedDays(Optional<Path> cache, boolean vectors, PrintWriter errors) {
    this.cache = cache;
    this.vectors = vectors;
    this.errors = errors;
  }

  /** All that a list of titles tells of a paper. */
  static PaperText titleOf(PaperText paper) {
    return new PaperText(paper.id(), paper.title(), "", List.of());
  }

  /**
   * Days; none if a file is not given.
   *
   * @param seen what of each paper is known
   * @throws IOException if a file cannot be read, or vectors cannot be kept
   */
  List<RankedDay> read(
      Optional<Path> profiles,
      Optional<Path> wanted,
      Optional<Path> papers,
      UnaryOperator<PaperText> seen)
      throws IOException {
    if (profiles.isEmpty() || wanted.isEmpty() || papers.isEmpty()) {
      return List.of();
    }
    RankingFiles files = new RankingFiles(errors::println);
    try (InputStream profileLines = PaperInput.open(profiles.get());
        InputStream wantedLines = PaperInput.open(wanted.get());
        InputStream paperLines = PaperInput.open(papers.get())) {
      List<ProfileLine> lines = files.profiles(profiles.get().toString(), profileLines);
      Map<String, Set<String>> ids = files.wanted(wanted.get().toString(), wantedLines);
      Map<String, PaperText> texts =
          files.papers(papers.get().toString(), paperLines).values().stream()
              .map(seen)
              .collect(
                  Collectors.toMap(
                      PaperText::id, text -> text, (first, _) -> first, LinkedHashMap::new));
      Ranking ranking = new Ranking(texts, Optional.empty(), Ranker.learnt(), errors::println);
      ranking.read(lines);
      if (vectors) {
        new KeptVectors(cache).embed(ranking, new Progress("embedded", "papers", errors)::done);
      }
      return lines.stream()
          .map(
              line ->
                  new RankedDay(
                      ranking.profile(line),
                      ranking.candidatePapers(line),
                      ids.getOrDefault(line.id(), Set.of())))
          .toList();
    }
  }
}
