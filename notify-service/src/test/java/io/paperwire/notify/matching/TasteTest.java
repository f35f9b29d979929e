package io.paperwire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paperwire.embedding.Int8Vector;
import io.paperwire.likeness.Corpus;
import io.paperwire.likeness.LearntTerms;
import io.paperwire.likeness.PaperTerms;
import io.paperwire.likeness.PaperText;
import io.paperwire.notify.matching.LikeThese.Example;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class TasteTest {

  private static final PaperText SPLATTING = paper("Gaussian splatting of streets");
  private static final PaperText AGENTS = paper("Language agents that plan");
  private static final Corpus BACKGROUND = Corpus.of(List.of(SPLATTING, AGENTS));
  private static final LearntTerms OF_SPLATTING = LearntTerms.of(BACKGROUND, List.of(SPLATTING));
  private static final Meaning EAST = meaning(1, 0);
  private static final Meaning NORTH = meaning(0, 1);

  @Test
  void shouldKnowNothingWithoutExamplesOrOfWhatCannotBeCompared() {
    assertThat(taste(List.of(), LearntTerms.NONE).of(Optional.of(EAST), terms(AGENTS))).isEmpty();
    assertThat(taste(List.of(EAST), LearntTerms.NONE).of(Optional.empty(), terms(AGENTS)))
        .isEmpty();
  }

  @Test
  void shouldTellPapersOfOneMeaningApartByTheirWords() {
    Taste taste = taste(List.of(EAST), OF_SPLATTING);

    OptionalDouble sameWords = taste.of(Optional.of(NORTH), terms(SPLATTING));
    OptionalDouble otherWords = taste.of(Optional.of(NORTH), terms(AGENTS));
    OptionalDouble both = taste.of(Optional.of(EAST), terms(SPLATTING));

    assertThat(sameWords.orElseThrow()).isCloseTo(0.75, within(1e-6));
    assertThat(otherWords.orElseThrow()).isCloseTo(0.5, within(1e-6));
    assertThat(both.orElseThrow()).isCloseTo(1, within(1e-6));
  }

  @Test
  void shouldGoByWordsAloneUntilAVectorIsWorkedOut() {
    Taste taste = taste(List.of(EAST), OF_SPLATTING);

    assertThat(taste.of(Optional.empty(), terms(SPLATTING))).hasValue(1);
    assertThat(taste.of(Optional.empty(), terms(AGENTS))).hasValue(0.5);
  }

  @Test
  void shouldFallWithWhatIsDisliked() {
    Taste taste = new Taste(List.of(), List.of(example(EAST)), LearntTerms.NONE, OF_SPLATTING);

    assertThat(taste.of(Optional.of(EAST), terms(SPLATTING)).orElseThrow())
        .isCloseTo(0, within(1e-6));
    assertThat(taste.of(Optional.of(NORTH), terms(AGENTS)).orElseThrow())
        .isCloseTo(0.5, within(1e-6));
  }

  @Test
  void shouldReadNoTermsWhereNothingWasLearntOfWords() {
    Supplier<PaperTerms> never =
        () -> {
          throw new AssertionError("terms were read");
        };

    assertThat(taste(List.of(EAST), LearntTerms.NONE).of(Optional.of(EAST), never)).hasValue(1);
  }

  private static Taste taste(List<Meaning> likes, LearntTerms liked) {
    return new Taste(
        likes.stream().map(TasteTest::example).toList(), List.of(), liked, LearntTerms.NONE);
  }

  private static Example example(Meaning meaning) {
    return new Example(Optional.empty(), "an example", meaning);
  }

  private static Supplier<PaperTerms> terms(PaperText paper) {
    return () -> PaperTerms.of(paper);
  }

  private static Meaning meaning(float east, float north) {
    return Meaning.of("all-minilm-l6-v2-q", "1", Int8Vector.of(new float[] {east, north}));
  }

  private static PaperText paper(String title) {
    return new PaperText(title, title, "", List.of());
  }
}
