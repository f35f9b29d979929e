package io.paperwire.notify.web.catalogue;

import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.matching.Meaning;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds the papers that mean much the same as one. The newest papers of its topics are looked at,
 * or, if it has none, the newest of all; so many at most that it takes the same however many papers
 * there are.
 */
@Singleton
@WebRole
public class NearPapers {

  /** So many papers are shown at most. */
  public static final int SHOWN = 5;

  /** The most certain topics of a paper are looked through. */
  private static final int TOPICS = 3;

  /** So many papers of each topic are looked at. */
  private static final int LOOKS = 600;

  private static final String OF_TOPICS =
      "select t.paper_id from unnest(cast(:topics as text[])) as own (topic) cross join lateral"
          + " (select paper_id from paper_topics where topic = own.topic"
          + " order by listed_at desc, paper_id desc limit :looks) t";

  private static final String NEWEST =
      "select paper_id from papers order by listed_at desc, paper_id desc limit :looks";

  private final CatalogueReads database;

  /** Made by Micronaut. */
  NearPapers(CatalogueReads database) {
    this.database = database;
  }

  private record Candidate(HeldPaper paper, double nearness) {}

  /** The nearest first; none if nothing is near enough, or its meaning is not worked out yet. */
  public List<HeldPaper> to(ListedPaper paper) {
    List<String> topics = paper.topics().stream().limit(TOPICS).map(PaperTopic::id).toList();
    return held(paper.id())
        .flatMap(HeldPaper::meaning)
        .map(
            meaning ->
                candidates(paper.id(), topics, meaning).stream()
                    .filter(candidate -> candidate.nearness() >= LikeThese.USUAL_COSINE)
                    .sorted(Comparator.comparingDouble(Candidate::nearness).reversed())
                    .limit(SHOWN)
                    .map(Candidate::paper)
                    .toList())
        .orElse(List.of());
  }

  private Optional<HeldPaper> held(String id) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "select " + HeldPaper.COLUMNS + " from papers p where p.paper_id = :id")
                .bind("id", id)
                .map((row, _) -> HeldPaper.read(row))
                .findOne());
  }

  private List<Candidate> candidates(String id, List<String> topics, Meaning meaning) {
    return database.reading(
        handle ->
            handle
                .createQuery(
                    "select "
                        + HeldPaper.COLUMNS
                        + " from papers p where p.paper_id in ("
                        + (topics.isEmpty() ? NEWEST : OF_TOPICS)
                        + ") and p.paper_id <> :id and p.status <> 'withdrawn' and p.vector is not"
                        + " null")
                .bindArray("topics", String.class, topics.toArray())
                .bind("id", id)
                .bind("looks", topics.isEmpty() ? LOOKS * TOPICS : LOOKS)
                .map((row, _) -> HeldPaper.read(row))
                .stream()
                .flatMap(
                    paper ->
                        paper.meaning().stream()
                            .map(meaning::nearness)
                            .flatMapToDouble(OptionalDouble::stream)
                            .mapToObj(nearness -> new Candidate(paper, nearness)))
                .toList());
  }
}
