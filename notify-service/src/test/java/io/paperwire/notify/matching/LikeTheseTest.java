package io.paperwire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedding.Int8Vector;
import io.paperwire.index.PaperReader;
import io.paperwire.index.ReadPaper;
import io.paperwire.notify.matching.LikeThese.Example;
import io.paperwire.notify.matching.LikeThese.Nearness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LikeTheseTest {

  private final ReadPaper read =
      new PaperReader(TestTopics.vocabulary())
          .read(TestPapers.paper("A title", "word ".repeat(200), List.of(), List.of()));
  private final PaperInView paper = PaperInView.of(read, Optional.of(meaning(100, 1)));

  @Test
  void shouldBeNearToWhatMeansTheSame() {
    assertThat(these(example("another", 100, 2)).judge(paper)).isInstanceOf(Nearness.Near.class);
    assertThat(these(example("another", 1, 100)).judge(paper)).isInstanceOf(Nearness.Far.class);
  }

  @Test
  void shouldNotBeToldForBeingOneOfTheExamplesWhicheverOthersItIsNearTo() {
    LikeThese these = these(example("another", 100, 2), example(read.paper().id(), 100, 1));

    assertThat(these.judge(paper)).isEqualTo(new Nearness.Far("it is one of the examples itself"));
  }

  private static LikeThese these(Example... likes) {
    return new LikeThese("i-1", "mine", List.of(likes), List.of(), 0.6);
  }

  private static Example example(String paperId, int east, int north) {
    return new Example(Optional.of(paperId), "an example", meaning(east, north));
  }

  private static Meaning meaning(int east, int north) {
    return Meaning.of(
        "all-minilm-l6-v2-q", "1", new Int8Vector(0.01f, new byte[] {(byte) east, (byte) north}));
  }
}
