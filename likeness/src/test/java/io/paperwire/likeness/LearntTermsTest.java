package io.paperwire.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LearntTermsTest {

  private static final PaperText SPLATTING =
      paper("Gaussian splatting of streets", "We model city streets with gaussian splatting.");
  private static final PaperText DRIVING =
      paper("Driving scenes", "Driving simulators need gaussian splatting of scenes.");
  private static final PaperText AGENTS =
      paper("Language agents", "We model agents that plan with language.");

  private final Corpus background = Corpus.of(List.of(SPLATTING, DRIVING, AGENTS));

  @Test
  void shouldFindWhatItWasLearntFromAsLikeItselfAsItIsOnAverage() {
    LearntTerms one = LearntTerms.of(background, List.of(SPLATTING));
    LearntTerms two = LearntTerms.of(background, List.of(SPLATTING, AGENTS));

    assertThat(one.likeness(PaperTerms.of(SPLATTING))).isCloseTo(1, within(1e-6));
    assertThat(two.likeness(PaperTerms.of(SPLATTING)) + two.likeness(PaperTerms.of(AGENTS)))
        .isGreaterThan(1.5);
  }

  @Test
  void shouldPutAPaperOfTheSameSubjectAboveOneThatSharesACommonWord() {
    LearntTerms learnt = LearntTerms.of(background, List.of(SPLATTING));

    double subject = learnt.likeness(PaperTerms.of(DRIVING));
    double word = learnt.likeness(PaperTerms.of(AGENTS));

    assertThat(subject).isGreaterThan(2 * word);
    assertThat(word).isPositive();
    assertThat(learnt.likeness(PaperTerms.of(paper("Protein folding", "")))).isZero();
  }

  @Test
  void shouldCountARareWordForMoreThanOneThatAllPapersHave() {
    PaperText liked = paper("Neural splatting", "");
    List<PaperText> others = new ArrayList<>();
    IntStream.range(0, 60).forEach(i -> others.add(paper("Neural model number " + i, "")));
    LearntTerms learnt = LearntTerms.of(Corpus.of(others), List.of(liked));

    assertThat(learnt.likeness(PaperTerms.of(paper("Splatting today", ""))))
        .isGreaterThan(2 * learnt.likeness(PaperTerms.of(paper("Neural today", ""))));
  }

  @Test
  void shouldKeepTheTermsThatTellMostInAscendingOrder() {
    String long1 =
        IntStream.range(0, 3_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    LearntTerms learnt = LearntTerms.of(background, List.of(paper("Long", long1), SPLATTING));

    assertThat(learnt.terms()).hasSize(LearntTerms.MOST).isSorted();
    assertThat(learnt.likeness(PaperTerms.of(SPLATTING))).isPositive();
  }

  @Test
  void shouldKnowNothingOfNothing() {
    assertThat(LearntTerms.of(background, List.of()).isEmpty()).isTrue();
    assertThat(LearntTerms.of(background, List.of(paper("", ""))).isEmpty()).isTrue();
    assertThat(LearntTerms.NONE.likeness(PaperTerms.of(SPLATTING))).isZero();
    assertThat(
            LearntTerms.of(background, List.of(SPLATTING)).likeness(PaperTerms.of(paper("", ""))))
        .isZero();
    assertThatThrownBy(() -> new LearntTerms(new int[2], new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 terms have 1 weights");
  }

  private static PaperText paper(String title, String abstractText) {
    return new PaperText(title, title, abstractText, List.of());
  }
}
