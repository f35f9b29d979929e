package io.paperwire.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CorpusTest {

  @Test
  void shouldReadCompoundsInAllTheirSpellingsAsOneTerm() {
    Corpus corpus = Corpus.of(List.of(title("a", "multi-agent"), title("b", "multiagent")));

    assertThat(cosine(corpus, "multi-agent", "multiagent")).isGreaterThan(0.3);
  }

  @Test
  void shouldFindATextLikeItself() {
    Corpus corpus = Corpus.of(List.of(title("a", "Graph neural networks"), title("b", "Trees")));

    assertThat(cosine(corpus, "Graph neural networks", "graph Neural network"))
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void shouldLeaveOutStopWords() {
    Corpus corpus = Corpus.of(List.of(title("a", "This is what we show")));

    assertThat(corpus.read(title("a", "This is what we show")).words().isEmpty()).isTrue();
  }

  @Test
  void shouldHoldRareWordsForMoreThanCommonOnes() {
    Corpus corpus =
        Corpus.of(
            IntStream.range(0, 60)
                .mapToObj(i -> title("p" + i, i < 2 ? "network; zebrafish" : "network; other" + i))
                .toList());

    assertThat(cosine(corpus, "network; zebrafish", "zebrafish"))
        .isGreaterThan(cosine(corpus, "network; zebrafish", "network"));
  }

  @Test
  void shouldLeaveOutTermsOfOnePaperOnly() {
    Corpus corpus =
        Corpus.of(IntStream.range(0, 60).mapToObj(i -> title("p" + i, "network; u" + i)).toList());

    assertThat(corpus.read(title("p1", "network; u1")).words().terms()).hasSize(1);
  }

  private static double cosine(Corpus corpus, String left, String right) {
    return corpus.read(title("l", left)).words().cosine(corpus.read(title("r", right)).words());
  }

  private static PaperText title(String id, String title) {
    return new PaperText(id, title, "", List.of());
  }
}
