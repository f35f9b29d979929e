package io.paperwire.standalone.cli;

import io.paperwire.bench.relevance.RankedDay;
import io.paperwire.embedding.Int8Vector;
import io.paperwire.likeness.Corpus;
import io.paperwire.likeness.LearntTerms;
import io.paperwire.likeness.PaperTerms;
import io.paperwire.likeness.PaperText;
import io.paperwire.likeness.Ranker;
import io.paperwire.notify.matching.LikeThese.Example;
import io.paperwire.notify.matching.Meaning;
import io.paperwire.standalone.ranking.ProfileLine;
import io.paperwire.standalone.ranking.Ranking;
import io.paperwire.standalone.ranking.RankingFiles;
import io.paperwire.tagging.paper.SentenceVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Days of several people, read from files. */
final class ReplayedDays {

  private static final int OTHERS = 1_000;

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
    return files(profiles, wanted, papers).map(files -> ranked(files, seen)).orElse(List.of());
  }

  /**
   * The same days as the match role sees them; none if a file is not given, or nothing is embedded.
   *
   * @throws IOException if a file cannot be read
   */
  List<TastedDay> tasted(Optional<Path> profiles, Optional<Path> wanted, Optional<Path> papers)
      throws IOException {
    return files(profiles, wanted, papers).filter(_ -> vectors).map(this::tasted).orElse(List.of());
  }

  /** What stands in the files. */
  private record Files(
      List<ProfileLine> lines, Map<String, Set<String>> wanted, Map<String, PaperText> texts) {

    Set<String> wanted(ProfileLine line) {
      return wanted.getOrDefault(line.id(), Set.of());
    }

    List<PaperText> known(List<String> ids) {
      return ids.stream().flatMap(id -> Stream.ofNullable(texts.get(id))).toList();
    }
  }

  private Optional<Files> files(
      Optional<Path> profiles, Optional<Path> wanted, Optional<Path> papers) throws IOException {
    if (profiles.isEmpty() || wanted.isEmpty() || papers.isEmpty()) {
      return Optional.empty();
    }
    RankingFiles files = new RankingFiles(errors::println);
    try (InputStream profileLines = PaperInput.open(profiles.get());
        InputStream wantedLines = PaperInput.open(wanted.get())) {
      return Optional.of(
          new Files(
              files.profiles(profiles.get().toString(), profileLines),
              files.wanted(wanted.get().toString(), wantedLines),
              RankedText.read(
                  new PaperInput(PaperInput.name(papers.get()), errors), papers.get())));
    }
  }

  private List<RankedDay> ranked(Files files, UnaryOperator<PaperText> seen) {
    Map<String, PaperText> texts = new LinkedHashMap<>();
    files.texts().values().stream().map(seen).forEach(text -> texts.put(text.id(), text));
    Ranking ranking = new Ranking(texts, Optional.empty(), Ranker.learnt(), errors::println);
    ranking.read(files.lines());
    if (vectors) {
      new KeptVectors(cache).embed(ranking, new Progress("embedded", "papers", errors)::done);
    }
    return files.lines().stream()
        .map(
            line ->
                new RankedDay(
                    ranking.profile(line), ranking.candidatePapers(line), files.wanted(line)))
        .toList();
  }

  /** Examples are told apart from as many papers as the web role tells them apart from. */
  private List<TastedDay> tasted(Files files) {
    Corpus others = Corpus.of(files.texts().values().stream().limit(OTHERS).toList());
    Set<String> ids = new LinkedHashSet<>();
    files.lines().forEach(line -> ids.addAll(line.likes()));
    files.lines().forEach(line -> line.candidates().ifPresent(ids::addAll));
    Map<String, TastedDay.Candidate> papers = papers(files.known(List.copyOf(ids)));
    return files.lines().stream()
        .map(
            line -> {
              List<PaperText> likes = files.known(line.likes());
              return new TastedDay(
                  likes.stream().flatMap(like -> example(papers, like).stream()).toList(),
                  LearntTerms.of(others, likes),
                  line.candidates().orElse(List.of()).stream()
                      .flatMap(id -> Stream.ofNullable(papers.get(id)))
                      .toList(),
                  files.wanted(line));
            })
        .toList();
  }

  private static Optional<Example> example(
      Map<String, TastedDay.Candidate> papers, PaperText like) {
    return Optional.ofNullable(papers.get(like.id()))
        .flatMap(TastedDay.Candidate::meaning)
        .map(meaning -> new Example(Optional.of(like.id()), like.title(), meaning));
  }

  private Map<String, TastedDay.Candidate> papers(List<PaperText> texts) {
    List<io.paperwire.tagging.paper.PaperText> embedded =
        texts.stream().map(ReplayedDays::embedded).toList();
    var vectors =
        new KeptVectors(cache).of(embedded, new Progress("embedded", "papers", errors)::done);
    Map<String, TastedDay.Candidate> papers = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      PaperText text = texts.get(i);
      Optional<Meaning> meaning = vectors.apply(embedded.get(i)).map(ReplayedDays::meaning);
      papers.put(text.id(), new TastedDay.Candidate(text.id(), meaning, PaperTerms.of(text)));
    }
    return papers;
  }

  private static io.paperwire.tagging.paper.PaperText embedded(PaperText text) {
    return new io.paperwire.tagging.paper.PaperText(
        text.title(), text.abstractText(), text.categories());
  }

  private static Meaning meaning(SentenceVector vector) {
    return Meaning.of(vector.model(), vector.version(), Int8Vector.of(vector.components()));
  }
}
