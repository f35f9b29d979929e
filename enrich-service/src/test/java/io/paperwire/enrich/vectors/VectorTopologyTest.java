package io.paperwire.enrich.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.paperwire.deployment.KafkaSettings;
import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.TextHash;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsSettings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VectorTopologyTest {

  private static final EmbeddingModel MODEL = new EmbeddingModel("letters", "1.8", 2, 8);

  @TempDir private Path folder;

  private final List<String> embedded = new ArrayList<>();
  private StreamDefinition definition;
  private TopologyTestDriver driver;
  private TestInputTopic<String, EnrichedPaper> papers;
  private TestOutputTopic<String, PaperEmbedding> vectors;

  @BeforeEach
  void start() {
    String scope = UUID.randomUUID().toString();
    TopicCatalogue catalogue = TopicCatalogue.of(RegistrySettings.at("mock://" + scope));
    new SchemaProvisioner(MockSchemaRegistry.getClientForScope(scope)).register(catalogue.all());
    StreamsSettings settings =
        new StreamsSettings(
            "enrich-test",
            KafkaSettings.at("nowhere:9092"),
            folder,
            1,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            1);
    definition =
        VectorTopology.define(settings.topologyConfig(), catalogue, new LengthEmbedder(), 1);
    Properties properties = settings.properties(definition.deadLetters());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(definition.topology(), properties);
    papers =
        driver.createInputTopic(
            catalogue.enrichedPapers().name(),
            new StringSerializer(),
            catalogue.enrichedPapers().valueSerde().serializer());
    vectors =
        driver.createOutputTopic(
            catalogue.paperVectors().name(),
            catalogue.paperVectors().keySerde().deserializer(),
            catalogue.paperVectors().valueSerde().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
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
  void shouldHaveAGroupOfItsOwnForEachModel() {
    assertThat(definition.stage()).contains(new StreamDefinition.Stage("vectors-letters-1.8", 1));
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
      embedded.addAll(texts);
      return texts.stream().map(_ -> new float[] {1, 0}).toList();
    }

    @Override
    public void close() {}
  }
}
