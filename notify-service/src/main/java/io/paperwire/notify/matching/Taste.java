package io.paperwire.notify.matching;

import io.paperwire.notify.matching.LikeThese.Example;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What papers somebody likes, whichever of their interests a paper matches.
 *
 * @param likes what they like
 * @param dislikes what they do not like
 */
public record Taste(List<Example> likes, List<Example> dislikes) {

  public Taste {
    likes = List.copyOf(likes);
    dislikes = List.copyOf(dislikes);
  }

  /**
   * How much a paper is to their taste, in [0, 1]: a half, and up to as much more the nearer it is
   * to a like, and less the nearer to a dislike. Nothing if there are no examples, or none that the
   * paper can be compared with.
   */
  public OptionalDouble of(Optional<Meaning> paper) {
    if (paper.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble like = nearest(likes, paper.get());
    OptionalDouble dislike = nearest(dislikes, paper.get());
    return like.isEmpty() && dislike.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((1 + like.orElse(0) - dislike.orElse(0)) / 2);
  }

  private static OptionalDouble nearest(List<Example> examples, Meaning paper) {
    return examples.stream()
        .map(example -> example.meaning().nearness(paper))
        .flatMapToDouble(OptionalDouble::stream)
        .map(nearness -> Math.max(0, nearness))
        .max();
  }
}
