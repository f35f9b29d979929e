package io.paperwire.notify.paper;

import io.paperwire.interest.Clause.Contribution;
import io.paperwire.interest.Clause.Kind;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PredictedCategory;
import io.paperwire.schemas.TrendState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the record of a paper says to the interest language.
 *
 * @param happened what happened to it last, if that is known
 * @param contribution what it contributes, if that is known
 * @param likelyCategories the categories of arXiv in which it belongs by its words; none where a
 *     source gives one of them
 * @param trendingUntil when it stops trending; empty if it is not
 */
public record PaperTraits(
    Optional<Kind> happened,
    Optional<Contribution> contribution,
    List<String> likelyCategories,
    Optional<Instant> trendingUntil) {

  /**
   * From this score on a category counts as the paper's. The score is for the primary category, and
   * papers are in further ones too: what may be the primary one in a third of all cases is one of
   * the paper's categories in most.
   */
  public static final double LIKELY = 0.3;

  public PaperTraits {
    likelyCategories = List.copyOf(likelyCategories);
  }

  /** What a record says. */
  public static PaperTraits of(EnrichedPaper paper) {
    return new PaperTraits(
        happened(paper), contribution(paper), likelyCategories(paper), trendingUntil(paper));
  }

  /** Whether it is trending at a time: its record says so, and the trend has not ended by then. */
  public boolean isTrending(Instant at) {
    return trendingUntil.filter(at::isBefore).isPresent();
  }

  private static Optional<Kind> happened(EnrichedPaper paper) {
    return switch (paper.getLastChange()) {
      case ANNOUNCED -> Optional.of(Kind.ANNOUNCED);
      case REVISED -> Optional.of(Kind.REVISED);
      case CROSS_LISTED -> Optional.of(Kind.CROSS_LISTED);
      case PUBLISHED -> Optional.of(Kind.PUBLISHED);
      case WITHDRAWN -> Optional.of(Kind.WITHDRAWN);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Optional<Contribution> contribution(EnrichedPaper paper) {
    return switch (paper.getKind()) {
      case SURVEY -> Optional.of(Contribution.SURVEY);
      case POSITION -> Optional.of(Contribution.POSITION);
      case BENCHMARK -> Optional.of(Contribution.BENCHMARK);
      case DATASET -> Optional.of(Contribution.DATASET);
      case THEORY -> Optional.of(Contribution.THEORY);
      case SYSTEM -> Optional.of(Contribution.SYSTEM);
      case METHOD -> Optional.of(Contribution.METHOD);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static List<String> likelyCategories(EnrichedPaper paper) {
    return paper.getPredictedCategories().stream()
        .filter(predicted -> predicted.getScore() >= LIKELY)
        .map(PredictedCategory::getCategory)
        .toList();
  }

  private static Optional<Instant> trendingUntil(EnrichedPaper paper) {
    return Optional.ofNullable(paper.getTrendingUntil())
        .filter(_ -> paper.getTrend().getState() == TrendState.TRENDING);
  }
}
