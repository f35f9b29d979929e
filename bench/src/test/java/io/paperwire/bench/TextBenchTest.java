package io.paperwire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.paper.PaperText;
import io.paperwire.topics.Vocabulary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TextBenchTest {

  private static final List<PaperText> PAPERS =
      List.of(
          new PaperText("A survey of machine translation", "", List.of()),
          new PaperText("Grasping with robot hands", "", List.of()));

  private final StringWriter report = new StringWriter();

  @Test
  void shouldJudgeEachPaperOnEachNumberOfThreads() {
    new TextBench(PAPERS, 2, new PrintWriter(report)).judge(PaperJudge.load(Vocabulary.load()));

    assertThat(report.toString().lines())
        .hasSize(4)
        .allMatch(line -> line.matches(".+: [\\d,.]+ papers/s on .+, [\\d,.]+ a processor-second"));
    assertThat(report.toString()).contains("topics and kind: ", " on 1 thread,", " on 2 threads,");
  }

  @Test
  void shouldEmbedEachPaperOnce() {
    AtomicInteger texts = new AtomicInteger();
    Embedder embedder =
        new Embedder() {
          @Override
          public EmbeddingModel model() {
            return new EmbeddingModel("letters", "1", 1, 8);
          }

          @Override
          public List<float[]> embed(List<String> asked) {
            texts.addAndGet(asked.size());
            return asked.stream().map(text -> new float[] {1}).toList();
          }

          @Override
          public void close() {}
        };
    new TextBench(PAPERS, 1, new PrintWriter(report)).embed(embedder);

    assertThat(texts).hasValue(2);
    assertThat(report.toString()).startsWith("vectors of letters, cut at 8 tokens: ");
  }

  @Test
  void shouldRefuseToMeasureNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextBench(List.of(), 1, new PrintWriter(report)));
  }
}
