package io.paperwire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paperwire.embedding.Int8Vector;
import org.junit.jupiter.api.Test;

final class MeaningTest {

  private static final Int8Vector ALONG = new Int8Vector(0.01f, new byte[] {100, 0});

  /** At a cosine of 0.8 to the other. */
  private static final Int8Vector ASIDE = new Int8Vector(0.01f, new byte[] {80, 60});

  @Test
  void shouldSpreadTheCosinesOfAModelThatPutsThemCloseTogether() {
    assertThat(likeness("all-minilm-l6-v2-q")).isCloseTo(0.8, within(1e-6));
    assertThat(likeness("bge-small-en-v1.5-q")).isCloseTo(0.544, within(1e-6));
    assertThat(likeness("one that is not known")).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void shouldNotCompareTextsOfDifferentModels() {
    Meaning one = Meaning.of("a", "1", ALONG);

    assertThat(one.likeness(Meaning.of("a", "2", ALONG))).isEmpty();
    assertThat(one.nearness(Meaning.of("b", "1", ALONG))).isEmpty();
  }

  @Test
  void shouldAllowTheShorterOfTwoTextsItsShortness() {
    Meaning paper = Meaning.of("a", "1", ALONG);
    Meaning title = Meaning.of("a", "1", ASIDE).ofWords(9);
    Meaning sentence = Meaning.of("a", "1", ALONG).ofWords(25);

    double allowance = 0.0105 * (Math.sqrt(190) - 3);
    assertThat(paper.nearness(title).orElseThrow()).isCloseTo(0.8 + allowance, within(1e-6));
    assertThat(sentence.nearness(title).orElseThrow()).isCloseTo(0.8 + allowance, within(1e-6));
    assertThat(title.nearness(title)).hasValue(1);
    assertThat(paper.ofWords(190).nearness(paper.ofWords(500)).orElseThrow())
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void shouldAskOfAScanWhatIsAskedOfTexts() {
    Meaning title = Meaning.of("bge-small-en-v1.5-q", "1", ALONG).ofWords(9);
    double least = title.leastCosine(0.6);

    double nearness = 1 - 2.28 * (1 - least) + 0.0105 * (Math.sqrt(190) - 3);
    assertThat(nearness).isCloseTo(0.6, within(1e-9));
    assertThat(title.allowance() * 2.28).isCloseTo(0.0105 * (Math.sqrt(190) - 3), within(1e-9));
  }

  private static double likeness(String model) {
    return Meaning.of(model, "1", ALONG).likeness(Meaning.of(model, "1", ASIDE)).orElseThrow();
  }
}
