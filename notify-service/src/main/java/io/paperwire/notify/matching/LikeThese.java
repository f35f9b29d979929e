package io.paperwire.notify.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An interest in papers that are like some that the subscriber has named, by meaning.
 *
 * <p>A paper matches that is near enough to one of the likes, and not nearer to one of the
 * dislikes. How sure that is rises from {@value #LEAST_SCORE}, for a paper that is just near
 * enough, to {@value #GREATEST_SCORE}, for one that means the same.
 *
 * @param id unique within the subscriber
 * @param name what the subscriber calls it
 * @param likes what wanted papers are like, at least one
 * @param dislikes what unwanted papers are like
 * @param leastCosine how near is near enough for a paper with its abstract, in (0, 1]
 */
public record LikeThese(
    String id, String name, List<Example> likes, List<Example> dislikes, double leastCosine)
    implements Interest {

  /** How near is near enough unless the subscriber says otherwise. */
  public static final double USUAL_COSINE = 0.6;

  /** How sure a match is that is just near enough. */
  public static final double LEAST_SCORE = 0.5;

  /** How sure a match is that means the same. */
  public static final double GREATEST_SCORE = 0.95;

  /**
   * Checks the examples.
   *
   * @throws IllegalArgumentException if there is no like, or the cosine is out of its range
   */
  public LikeThese {
    likes = List.copyOf(likes);
    dislikes = List.copyOf(dislikes);
    if (likes.isEmpty()) {
      throw new IllegalArgumentException("an interest in papers like others needs one of those");
    }
    if (!(leastCosine > 0 && leastCosine <= 1)) {
      throw new IllegalArgumentException("a cosine in (0, 1] is near enough, not " + leastCosine);
    }
  }

  /**
   * More likes, fewer dislikes and a lesser nearness let no paper go that matched before, but for
   * one that has become a like itself: who names it knows it, and is told of it no more.
   */
  @Override
  public boolean covers(Interest other) {
    return other instanceof LikeThese that
        && leastCosine <= that.leastCosine
        && Set.copyOf(likes).containsAll(that.likes)
        && Set.copyOf(that.dislikes).containsAll(dislikes);
  }

  /** How near is near enough where 0 is written for the usual. */
  public static double nearEnough(double written) {
    return written == 0 ? USUAL_COSINE : written;
  }

  /**
   * A paper or a text that is held up as an example.
   *
   * @param paperId canonical id; empty for a text
   * @param title title, or the beginning of the text
   * @param meaning what it means
   */
  public record Example(Optional<String> paperId, String title, Meaning meaning) {}

  /** What comes of a paper. */
  public sealed interface Nearness {

    /**
     * It is near enough.
     *
     * @param like the nearest of the likes
     * @param nearness to it, in (0, 1]
     * @param score how sure the match is
     */
    record Near(Example like, double nearness, double score) implements Nearness {}

    /** It is not, and why. */
    record Far(String because) implements Nearness {}
  }

  private record Found(Example example, double nearness) {}

  /** Holds a paper against the examples. One of them is known to the subscriber: it is far. */
  public Nearness judge(PaperInView paper) {
    if (isExample(paper.read().paper().id())) {
      return new Nearness.Far("it is one of the examples itself");
    }
    return paper
        .meaning()
        .map(this::judge)
        .orElseGet(() -> new Nearness.Far("what it means has not been worked out yet"));
  }

  private Nearness judge(Meaning paper) {
    Optional<Found> like = nearest(likes, paper);
    if (like.isEmpty()) {
      return new Nearness.Far("its vector comes from another model than those of the examples");
    }
    Example nearest = like.get().example();
    double nearness = like.get().nearness();
    if (nearness < leastCosine) {
      return new Nearness.Far(
          String.format(
              Locale.ROOT,
              "it is not near enough to any example; the nearest is '%s' (nearness %.2f, needed %.2f)",
              nearest.title(),
              Math.floor(nearness * 100) / 100,
              leastCosine));
    }
    Optional<Found> dislike = nearest(dislikes, paper).filter(it -> it.nearness() >= nearness);
    return dislike.isPresent()
        ? new Nearness.Far(
            "it is as near to '%s', which you do not like, as to any that you like"
                .formatted(dislike.get().example().title()))
        : new Nearness.Near(nearest, nearness, score(nearness));
  }

  private boolean isExample(String paperId) {
    return Stream.concat(likes.stream(), dislikes.stream())
        .anyMatch(example -> example.paperId().filter(paperId::equals).isPresent());
  }

  private double score(double nearness) {
    double over = leastCosine < 1 ? (nearness - leastCosine) / (1 - leastCosine) : 1;
    return LEAST_SCORE + (GREATEST_SCORE - LEAST_SCORE) * Math.clamp(over, 0, 1);
  }

  private static Optional<Found> nearest(List<Example> examples, Meaning paper) {
    Found nearest = null;
    for (Example example : examples) {
      OptionalDouble found = example.meaning().nearness(paper);
      if (found.isPresent() && (nearest == null || found.getAsDouble() > nearest.nearness())) {
        nearest = new Found(example, found.getAsDouble());
      }
    }
    return Optional.ofNullable(nearest);
  }
}
