package io.paperwire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedding.Int8Vector;
import io.paperwire.index.PaperReader;
import io.paperwire.notify.matching.LikeThese.Example;
import io.paperwire.notify.matching.LikeThese.Nearness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several papers at once, some with vectors of another model and some with none. */
final class LikenessBlockTest {

  private static final int DIMENSIONS = 8;
  private static final int SUBSCRIBERS = 200;
  private static final int PAPERS = 40;

  private final Random random = new Random(7);
  private final SubscriptionIndex index = new SubscriptionIndex();

  @Test
  void shouldTellOfEachPaperOfABlockWhoWantsIt() {
    List<List<Interest>> wanted = new ArrayList<>();
    for (int subscriber = 0; subscriber < SUBSCRIBERS; subscriber++) {
      List<Interest> interests = List.of(interest("i-1"), interest("i-2"));
      wanted.add(interests);
      index.put(subscriber, interests);
    }
    List<PaperInView> papers = IntStream.range(0, PAPERS).mapToObj(_ -> paper()).toList();

    List<int[]> found = index.match(papers);

    List<int[]> expected = new ArrayList<>();
    for (PaperInView paper : papers) {
      expected.add(
          IntStream.range(0, SUBSCRIBERS)
              .filter(number -> wants(wanted.get(number), paper))
              .toArray());
    }
    assertThat(found).usingRecursiveComparison().isEqualTo(expected);
    assertThat(found).anySatisfy(numbers -> assertThat(numbers).isNotEmpty());
  }

  @Test
  void shouldJudgeASubscriberOnceHoweverManyExamplesAPaperIsNearTo() {
    LikenessIndex near = new LikenessIndex();
    Meaning meaning = meaning();
    List<Example> alike = Collections.nCopies(30, example("a", meaning));
    for (int subscriber = 0; subscriber < 3; subscriber++) {
      near.put(subscriber, List.of(new LikeThese("i-1", "mine", alike, List.of(), 0.6)));
    }
    List<Integer> found = new ArrayList<>();

    near.match(
        List.of(paper(Optional.of(meaning)), paper(Optional.of(meaning))),
        (paper, subscriber) -> found.add(10 * paper + subscriber));

    assertThat(found).containsExactlyInAnyOrder(0, 1, 2, 10, 11, 12);
  }

  @Test
  void shouldCountInterestsThroughChanges() {
    LikenessIndex near = new LikenessIndex();
    near.put(1, List.of(interest("i-1"), interest("i-2")));
    near.put(2, List.of(interest("i-1")));
    assertThat(near.interests()).isEqualTo(3);

    near.put(1, List.of(interest("i-1")));
    near.put(2, List.of());
    assertThat(near.interests()).isEqualTo(1);

    near.remove(1);
    near.remove(1);
    assertThat(near.interests()).isZero();
  }

  private static boolean wants(List<Interest> interests, PaperInView paper) {
    return interests.stream()
        .anyMatch(interest -> ((LikeThese) interest).judge(paper) instanceof Nearness.Near);
  }

  private LikeThese interest(String id) {
    return new LikeThese(
        id,
        "mine",
        List.of(example("a", meaning()), example("b", meaning().ofWords(9))),
        List.of(example("c", meaning().ofWords(40))),
        0.6);
  }

  private static Example example(String title, Meaning meaning) {
    return new Example(Optional.empty(), title, meaning);
  }

  private PaperInView paper() {
    return paper(random.nextInt(8) == 0 ? Optional.empty() : Optional.of(meaning()));
  }

  private PaperInView paper(Optional<Meaning> meaning) {
    return PaperInView.of(
        new PaperReader(TestTopics.vocabulary())
            .read(
                TestPapers.paper(
                    "A title", "word ".repeat(random.nextInt(250)), List.of(), List.of())),
        meaning);
  }

  private Meaning meaning() {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Meaning.of(
        random.nextInt(3) == 0 ? "bge-small-en-v1.5-q" : "other", "1", Int8Vector.of(vector));
  }
}
