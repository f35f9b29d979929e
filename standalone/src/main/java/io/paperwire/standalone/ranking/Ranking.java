package io.paperwire.standalone.ranking;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.likeness.Corpus;
import io.paperwire.likeness.Explainer;
import io.paperwire.likeness.MeaningSpace;
import io.paperwire.likeness.MeaningVector;
import io.paperwire.likeness.PaperText;
import io.paperwire.likeness.Profile;
import io.paperwire.likeness.Ranked;
import io.paperwire.likeness.Ranker;
import io.paperwire.likeness.ReadPaper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Papers of a file, ranked for each profile of another.
 *
 * <p>Only papers that some profile needs are held in the form that is compared, and embedded; how
 * common words are is learnt from all.
 */
public final class Ranking {

  private static final int MOST_WORDS = 5;

  private final Map<String, PaperText> texts;
  private final Optional<List<String>> candidates;
  private final Ranker ranker;
  private final Consumer<String> complaints;
  private final Set<String> unknown = new HashSet<>();
  private Corpus corpus = Corpus.of(List.of());
  private Map<String, ReadPaper> papers = Map.of();

  /**
   * A ranking.
   *
   * @param texts all papers by id
   * @param candidates what to rank for profiles that do not say it; empty: all papers that are not
   *     in the profile
   * @param ranker ranks
   * @param complaints told once of each id that is no paper's
   */
  public Ranking(
      Map<String, PaperText> texts,
      Optional<List<String>> candidates,
      Ranker ranker,
      Consumer<String> complaints) {
    this.texts = texts;
    this.candidates = candidates.map(List::copyOf);
    this.ranker = ranker;
    this.complaints = complaints;
  }

  /** Reads all papers that these profiles need. */
  public void read(List<ProfileLine> profiles) {
    corpus = Corpus.of(texts.values());
    papers =
        needed(profiles).parallelStream()
            .flatMap(id -> Stream.ofNullable(texts.get(id)))
            .map(corpus::read)
            .collect(
                Collectors.toMap(
                    ReadPaper::id, paper -> paper, (first, _) -> first, LinkedHashMap::new));
  }

  /**
   * Gives the papers that were read their meaning.
   *
   * @param cache where vectors are kept
   * @param embed computes those that are missing
   * @param progress told how far that is
   */
  public void embed(
      VectorCache cache, VectorCache.BatchEmbedder embed, VectorCache.ProgressListener progress)
      throws IOException {
    List<String> ids = new ArrayList<>(papers.keySet());
    List<String> embedded =
        ids.stream()
            .flatMap(id -> Stream.ofNullable(texts.get(id)))
            .map(paper -> EmbeddedText.ofPaper(paper.title(), paper.abstractText()))
            .toList();
    List<MeaningVector> vectors =
        cache.all(embedded, embed, progress).stream()
            .map(vector -> MeaningVector.of(vector.toFloats()))
            .toList();
    if (!vectors.isEmpty()) {
      MeaningSpace space = MeaningSpace.of(vectors);
      for (int i = 0; i < ids.size(); i++) {
        MeaningVector meaning = space.place(vectors.get(i));
        papers.computeIfPresent(ids.get(i), (_, paper) -> paper.withMeaning(meaning));
      }
    }
  }

  /** Ids of a profile's candidates, best first. Ids that are no paper's are left out. */
  public List<String> rank(ProfileLine line) {
    return ranker.rank(profile(line), candidatePapers(line)).stream()
        .map(Ranked::paper)
        .map(ReadPaper::id)
        .toList();
  }

  /** What a profile is about: words and phrases that tell most of its liked papers. */
  public List<String> words(ProfileLine line) {
    List<PaperText> likes =
        line.likes().stream().flatMap(id -> Stream.ofNullable(texts.get(id))).toList();
    return new Explainer(corpus).topWords(likes, MOST_WORDS);
  }

  /** Why a paper is like a profile; nothing if no paper is liked. */
  public Optional<Why> why(ProfileLine line, String id) {
    return Optional.ofNullable(papers.get(id))
        .flatMap(paper -> Explainer.nearest(profile(line), paper))
        .map(ReadPaper::id)
        .map(near -> new Why(near, shared(id, near)));
  }

  /**
   * Why a paper is like a profile.
   *
   * @param near id of the liked paper that it is nearest to
   * @param words what both say, as the ranked paper writes it
   */
  public record Why(String near, List<String> words) {}

  private List<String> shared(String id, String near) {
    PaperText paper = texts.get(id);
    PaperText liked = texts.get(near);
    return paper == null || liked == null
        ? List.of()
        : new Explainer(corpus).sharedWords(paper, liked, MOST_WORDS);
  }

  /** A profile in the form that is compared. */
  public Profile profile(ProfileLine line) {
    return new Profile(known(line, line.likes()), known(line, line.dislikes()));
  }

  /** A profile's candidates in the form that is compared. */
  public List<ReadPaper> candidatePapers(ProfileLine line) {
    return known(line, candidates(line));
  }

  /** How many ids are no paper's. */
  public int unknown() {
    return unknown.size();
  }

  private List<String> candidates(ProfileLine line) {
    Optional<List<String>> stated = line.candidates().or(() -> candidates);
    if (stated.isPresent()) {
      return stated.get();
    }
    Set<String> own = new HashSet<>(line.likes());
    own.addAll(line.dislikes());
    return texts.keySet().stream().filter(id -> !own.contains(id)).toList();
  }

  private List<ReadPaper> known(ProfileLine line, List<String> ids) {
    List<ReadPaper> known = new ArrayList<>(ids.size());
    for (String id : ids) {
      ReadPaper paper = papers.get(id);
      if (paper != null) {
        known.add(paper);
      } else if (unknown.add(id)) {
        complaints.accept("profile " + line.id() + ": there is no paper with the id " + id);
      }
    }
    return known;
  }

  private Set<String> needed(List<ProfileLine> profiles) {
    Set<String> needed = new LinkedHashSet<>();
    for (ProfileLine line : profiles) {
      needed.addAll(line.likes());
      needed.addAll(line.dislikes());
      line.candidates().ifPresent(needed::addAll);
    }
    if (profiles.stream().anyMatch(line -> line.candidates().isEmpty())) {
      candidates.ifPresentOrElse(needed::addAll, () -> needed.addAll(texts.keySet()));
    }
    return needed;
  }
}
