package io.paperwire.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.kind.PaperKind;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.topics.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The judge that comes with Paperwire. */
final class PaperJudgeTest {

  private static final PaperJudge JUDGE = PaperJudge.load(Vocabulary.load());

  @Test
  void shouldJudgeTopicsKindAndCategories() {
    Judgement judgement =
        judge("A survey of machine translation", "We review neural machine translation.");

    assertThat(judgement.topics()).extracting(Tag::topic).contains("neural-machine-translation");
    assertThat(judgement.kind().kind()).isEqualTo(PaperKind.SURVEY);
    assertThat(judgement.categories()).extracting(CategoryScore::category).startsWith("cs.CL");
  }

  @Test
  void shouldTagABenchmarkAsOne() {
    assertThat(judge("A benchmark for protein folding", "It is large.").topics())
        .extracting(Tag::topic)
        .contains("evaluation-and-benchmarks");
  }

  @Test
  void shouldPredictTheSameWhateverCategoriesAPaperHas() {
    PaperText without = new PaperText("Motion planning of robot arms", "", List.of());
    PaperText with = new PaperText("Motion planning of robot arms", "", List.of("math.AG"));

    assertThat(JUDGE.judge(AnalyzedPaper.of(with), Optional.empty()).categories())
        .isEqualTo(JUDGE.judge(AnalyzedPaper.of(without), Optional.empty()).categories());
  }

  private static Judgement judge(String title, String text) {
    return JUDGE.judge(AnalyzedPaper.of(new PaperText(title, text, List.of())), Optional.empty());
  }
}
