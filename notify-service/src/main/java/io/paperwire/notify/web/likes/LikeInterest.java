package io.paperwire.notify.web.likes;

import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.paper.TermsRecord;
import io.paperwire.notify.web.catalogue.StoredVector;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.LikedExample;
import java.util.List;
import java.util.Optional;

/** What a subscriber's examples ask for. Those whose vector is not known yet have no say. */
public final class LikeInterest {

  private static final String ID = "like:these";
  private static final String NAME = "papers like those you like";

  private LikeInterest() {}

  /**
   * As the interests topic has it; nothing if there is no example.
   *
   * @param words what the examples say in words
   */
  public static Optional<Interest> contract(
      List<Example> examples, ExampleWords words, double leastCosine) {
    List<LikedExample> likes = contracts(examples, true);
    List<LikedExample> dislikes = contracts(examples, false);
    return examples.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Interest.newBuilder()
                .setInterestId(ID)
                .setKind(InterestKind.LIKE)
                .setValue(NAME)
                .setLikes(likes)
                .setDislikes(dislikes)
                .setLikedTerms(TermsRecord.write(words.liked()).orElse(null))
                .setDislikedTerms(TermsRecord.write(words.disliked()).orElse(null))
                .setLeastCosine(leastCosine)
                .build());
  }

  /** As matching judges it; nothing if no liked example has a vector. */
  static Optional<LikeThese> matching(List<Example> examples, double leastCosine) {
    List<LikeThese.Example> likes = judged(examples, true);
    return likes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LikeThese(
                ID, NAME, likes, judged(examples, false), LikeThese.nearEnough(leastCosine)));
  }

  private static List<LikedExample> contracts(List<Example> examples, boolean liked) {
    return examples.stream()
        .filter(example -> example.liked() == liked)
        .flatMap(example -> example.vector().map(vector -> contract(example, vector)).stream())
        .toList();
  }

  private static LikedExample contract(Example example, StoredVector vector) {
    return new LikedExample(
        example.paperId().orElse(null), example.title(), vector.contract(), example.words());
  }

  private static List<LikeThese.Example> judged(List<Example> examples, boolean liked) {
    return examples.stream()
        .filter(example -> example.liked() == liked)
        .flatMap(
            example ->
                example.vector().stream()
                    .map(
                        vector ->
                            new LikeThese.Example(
                                example.paperId(),
                                example.title(),
                                vector.meaning().ofWords(example.words()))))
        .toList();
  }
}
