package io.paperwire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedding.Int8Vector;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.LikeThese.Example;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where nothing is asked for no more, what waits need not be looked at. */
final class CoveringTest {

  private static final Example A = example("a", 1);
  private static final Example B = example("b", 2);

  @Test
  void shouldCoverWhatIsAskedForStill() {
    Interest graph = new InPhrase("i-1", "graph");
    Interest protein = new InPhrase("i-2", "protein");

    assertThat(wants(protein, graph).covers(wants(graph))).isTrue();
    assertThat(wants(protein).covers(wants(graph))).isFalse();
    assertThat(wants(graph).covers(wants(protein, graph))).isFalse();
  }

  @Test
  void shouldCoverFewerLikesAndMoreDislikes() {
    LikeThese both = like(List.of(A, B), List.of(), 0.6);

    assertThat(wants(both).covers(wants(like(List.of(B), List.of(A), 0.6)))).isTrue();
    assertThat(wants(both).covers(wants(like(List.of(A), List.of(), 0.7)))).isTrue();
    assertThat(wants(both).covers(wants(like(List.of(A), List.of(), 0.5)))).isFalse();
    assertThat(wants(like(List.of(A), List.of(), 0.6)).covers(wants(both))).isFalse();
    assertThat(
            wants(like(List.of(A), List.of(B), 0.6))
                .covers(wants(like(List.of(A), List.of(), 0.6))))
        .isFalse();
    assertThat(wants(new InPhrase("i-1", "graph")).covers(wants(both))).isFalse();
  }

  private static Subscription wants(Interest... interests) {
    return new Subscription("s-1", 1, List.of(interests));
  }

  private static LikeThese like(List<Example> likes, List<Example> dislikes, double least) {
    return new LikeThese("i-1", "mine", likes, dislikes, least);
  }

  private static Example example(String title, int value) {
    return new Example(
        Optional.empty(),
        title,
        Meaning.of("m", "1", new Int8Vector(1, new byte[] {(byte) value, 1})));
  }
}
