package io.paperwire.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.tagging.category.CategoryModel;
import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.kind.PaperKind;
import io.paperwire.tagging.network.NetworkLayer;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.tagging.paper.SentenceVector;
import io.paperwire.tagging.topic.LexicalTagger;
import io.paperwire.tagging.topic.SentenceTopics;
import io.paperwire.tagging.topic.SentenceTopics.Example;
import io.paperwire.tagging.topic.SentenceTopics.Known;
import io.paperwire.tagging.topic.Tag;
import io.paperwire.tagging.topic.Tagger;
import io.paperwire.topics.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The judge that comes with Paperwire. */
final class PaperJudgeTest {

  private static final Vocabulary VOCABULARY = Vocabulary.load();
  private static final PaperJudge JUDGE = PaperJudge.load(VOCABULARY);
  private static final SentenceVector VECTOR =
      new SentenceVector("a-model", "1", new float[] {0.6f, 0.8f});

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

  @Test
  void shouldSayWhatItCannotTellFromTheVectorsOfAnotherModel() {
    assertThat(JUDGE.notLearntFrom("all-minilm-l6-v2-q", "1.256")).isEmpty();
    assertThat(JUDGE.notLearntFrom("all-minilm-l6-v2-q", "1.512"))
        .containsExactly("topics", "categories");
    assertThat(JUDGE.notLearntFrom("bge-small-en-v1.5-q", "1.256"))
        .containsExactly("topics", "categories");
  }

  @Test
  void shouldAddWhatAPaperMeansAndNamesNowhere() {
    Judgement judgement = judged("Paths of walkers", "trajectory-prediction");

    assertThat(judgement.topics())
        .singleElement()
        .satisfies(
            tag -> {
              assertThat(tag.label()).isEqualTo("Trajectory prediction");
              assertThat(tag.score()).isBetween(0.9, 1.0);
              assertThat(tag.evidence()).containsExactly("like “A paper on it”");
            });
  }

  @Test
  void shouldAddNothingWithoutAVector() {
    assertThat(judged("Paths of walkers", Optional.empty(), "trajectory-prediction").topics())
        .isEmpty();
  }

  @Test
  void shouldLeaveOutWhatIsMeantIfItOrAPartOfItIsNamed() {
    Judgement same = judged("Machine translation", "machine-translation");
    Judgement part = judged("Neural machine translation", "machine-translation");

    assertThat(same.topics()).extracting(Tag::topic).containsExactly("machine-translation");
    assertThat(same.topics().getFirst().evidence()).containsExactly("Machine translation");
    assertThat(part.topics()).extracting(Tag::topic).containsExactly("neural-machine-translation");
  }

  @Test
  void shouldLeaveOutWhatIsMeantIfAPartOfItIsMeant() {
    Judgement judgement = judged("A paper", "machine-translation", "neural-machine-translation");

    assertThat(judgement.topics())
        .extracting(Tag::topic)
        .containsExactly("neural-machine-translation");
  }

  @Test
  void shouldTakeNoNamedTopicAwayForOneThatIsMeant() {
    String many =
        "Machine translation, question answering, text summarization, speech recognition, object"
            + " detection, clustering, anomaly detection, topic modeling and few-shot learning";

    Judgement judgement = judged(many, "trajectory-prediction");

    assertThat(judgement.topics())
        .hasSize(Tagger.MOST)
        .isEqualTo(judged(many, Optional.empty()).topics());
  }

  @Test
  void shouldPassOverATopicThatTheVocabularyNoLongerHas() {
    assertThat(judged("A paper", "phlogiston").topics()).isEmpty();
  }

  private static Judgement judged(String title, String... meant) {
    return judged(title, Optional.of(VECTOR), meant);
  }

  /** The judgement of a judge who finds some topics meant by whatever has a vector. */
  private static Judgement judged(String title, Optional<SentenceVector> vector, String... meant) {
    float[] sure = new float[meant.length];
    Arrays.fill(sure, 3);
    SentenceTopics topics =
        new SentenceTopics(
            VECTOR.model(),
            VECTOR.version(),
            NetworkLayer.rounded(sure, new float[2 * meant.length]),
            Stream.of(meant)
                .map(topic -> new Known(topic, List.of(new Example("A paper on it", new byte[2]))))
                .toList());
    PaperJudge judge =
        new PaperJudge(VOCABULARY, new LexicalTagger(VOCABULARY), topics, CategoryModel.load());
    return judge.judgeWithoutCategories(
        AnalyzedPaper.of(new PaperText(title, "", List.of())), vector);
  }

  private static Judgement judge(String title, String text) {
    return JUDGE.judge(AnalyzedPaper.of(new PaperText(title, text, List.of())), Optional.empty());
  }
}
