package io.paperwire.notify.matching;

import io.paperwire.likeness.LearntTerms;
import io.paperwire.likeness.PaperTerms;
import io.paperwire.notify.matching.LikeThese.Example;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * What papers somebody likes, whichever of their interests a paper matches.
 *
 * @param likes what they like
 * @param dislikes what they do not like
 * @param liked what the likes say in words
 * @param disliked what the dislikes say in words
 */
public record Taste(
    List<Example> likes, List<Example> dislikes, LearntTerms liked, LearntTerms disliked) {

  /**
   * Words are told apart by more than meaning is: with this both say as much (docs/relevance.md).
   */
  private static final double WORDS_FACTOR = 2;

  public Taste {
    likes = List.copyOf(likes);
    dislikes = List.copyOf(dislikes);
  }

  /**
   * How much a paper is to their taste, in [0, 1]: a half, and up to as much more the more it is
   * like their likes, and less the more it is like their dislikes. How much it is like them is the
   * mean of how near it is to the nearest of them and of how much it says the same in words (twice
   * the {@link LearntTerms#likeness}, 1 at most), or one of both where the other is not known.
   * Nothing if there are no examples, or none that the paper can be compared with.
   *
   * @param meaning what the paper means
   * @param terms its terms; asked for only if something was learnt of words
   */
  public OptionalDouble of(Optional<Meaning> meaning, Supplier<PaperTerms> terms) {
    OptionalDouble like = likeness(likes, liked, meaning, terms);
    OptionalDouble dislike = likeness(dislikes, disliked, meaning, terms);
    return like.isEmpty() && dislike.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((1 + like.orElse(0) - dislike.orElse(0)) / 2);
  }

  private static OptionalDouble likeness(
      List<Example> examples,
      LearntTerms learnt,
      Optional<Meaning> meaning,
      Supplier<PaperTerms> terms) {
    OptionalDouble near =
        meaning.map(paper -> nearest(examples, paper)).orElse(OptionalDouble.empty());
    if (learnt.isEmpty()) {
      return near;
    }
    double words = Math.min(1, WORDS_FACTOR * learnt.likeness(terms.get()));
    return OptionalDouble.of(near.isEmpty() ? words : (near.getAsDouble() + words) / 2);
  }

  private static OptionalDouble nearest(List<Example> examples, Meaning paper) {
    return examples.stream()
        .map(example -> example.meaning().nearness(paper))
        .flatMapToDouble(OptionalDouble::stream)
        .map(nearness -> Math.max(0, nearness))
        .max();
  }
}
