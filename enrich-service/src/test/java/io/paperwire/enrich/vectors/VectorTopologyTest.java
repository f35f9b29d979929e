package io.paperwire.enrich.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.TextHash;
import io.paperwire.enrich.DrivenTopology;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.streams.Attempts;
import io.paperwire.streams.StreamDefinition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VectorTopologyTest {

  private static final EmbeddingModel MODEL = new EmbeddingModel("letters", "1.8", 2, 8);

  @TempDir private Path folder;

  private final List<String> embedded = new ArrayList<>();
  private int failures;
  private DrivenTopology topology;
  private TestInputTopic<String, EnrichedPaper> papers;
  private TestOutputTopic<String, PaperEmbedding> vectors;

  @BeforeEach
  void start() {
    topology =
        DrivenTopology.start(
            folder,
            (config, topics) ->
                VectorTopology.define(
                    config, topics, new LengthEmbedder(), 1, new Attempts(3, _ -> {})));
    papers = topology.input(topology.catalogue().enrichedPapers());
    vectors = topology.output(topology.catalogue().paperVectors());
  }

  @AfterEach
  void stop() {
    topology.close();
  }

  @Test
  void shouldWorkOutTheVectorOfTitleAndAbstract() {
    papers.pipeInput("a:1", paper("a:1", "A title", "An abstract."));

    assertThat(vectors.readKeyValuesToList())
        .singleElement()
        .satisfies(
            vector -> {
              assertThat(vector.key).isEqualTo("a:1");
              assertThat(vector.value.getPaperId()).isEqualTo("a:1");
              assertThat(vector.value.getTextHash())
                  .isEqualTo(TextHash.of(EmbeddedText.ofPaper("A title", "An abstract.")));
              assertThat(vector.value.getVector())
                  .isEqualTo(
                      new PaperVector(
                          "letters", "1.8", 1f / 127, ByteBuffer.wrap(new byte[] {127, 0})));
            });
  }

  @Test
  void shouldWorkOutATextOnceHoweverManyPapersHaveIt() {
    papers.pipeInput("a:1", paper("a:1", "The same", "text"));
    papers.pipeInput("b:1", paper("b:1", "The same", " text "));
    papers.pipeInput("a:1", paper("a:1", "The same", "text"));

    assertThat(vectors.readKeyValuesToList())
        .extracting(vector -> vector.key)
        .containsExactly("a:1", "b:1", "a:1");
    assertThat(embedded).containsExactly("The same text");
  }

  @Test
  void shouldPassOverWhatHasAVectorOfTheModel() {
    PaperVector ours = new PaperVector("letters", "1.8", 1f, ByteBuffer.wrap(new byte[] {127, 0}));
    papers.pipeInput(
        "a:1", EnrichedPaper.newBuilder(paper("a:1", "One", "")).setVector(ours).build());
    papers.pipeInput(
        "a:2",
        EnrichedPaper.newBuilder(paper("a:2", "Two", ""))
            .setVector(PaperVector.newBuilder(ours).setModelVersion("0.8").build())
            .build());
    papers.pipeInput("a:3", (EnrichedPaper) null);

    assertThat(vectors.readKeyValuesToList())
        .extracting(vector -> vector.key)
        .containsExactly("a:2");
  }

  @Test
  void shouldSetAPaperAsideOnlyIfNoAttemptWorksOutItsVector() {
    failures = 2;
    papers.pipeInput("a:1", paper("a:1", "One", ""));
    failures = 3;
    papers.pipeInput("a:2", paper("a:2", "Two", ""));
    papers.pipeInput("a:3", paper("a:3", "Three", ""));

    assertThat(vectors.readKeyValuesToList())
        .extracting(vector -> vector.key)
        .containsExactly("a:1", "a:3");
    assertThat(topology.letters(topology.catalogue().enrichedPapers()))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(letter.headers().lastHeader(DeadLetterHeaders.ATTEMPTS).value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("3"));
  }

  @Test
  void shouldHaveAGroupOfItsOwnForEachModel() {
    assertThat(topology.definition().stage())
        .contains(new StreamDefinition.Stage("vectors-letters-1.8", 1));
  }

  private static EnrichedPaper paper(String id, String title, String abstractText) {
    Instant morning = Instant.parse("2026-03-02T08:00:00Z");
    return EnrichedPaper.newBuilder()
        .setPaperId(id)
        .setTitle(title)
        .setAbstractText(abstractText)
        .setFirstSeenAt(morning)
        .setTrend(Trend.newBuilder().setAsOf(morning).build())
        .build();
  }

  /** Knows one direction only, and remembers what it was asked for. */
  private final class LengthEmbedder implements Embedder {

    @Override
    public EmbeddingModel model() {
      return MODEL;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      if (failures > 0) {
        failures--;
        throw new IllegalStateException("out of step");
      }
      embedded.addAll(texts);
      return texts.stream().map(_ -> new float[] {1, 0}).toList();
    }

    @Override
    public void close() {}
  }
}
