package io.paperwire.enrich.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.EmbedderSettings;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.Int8Vector;
import io.paperwire.embedding.OnnxEmbedder;
import io.paperwire.embedding.PackagedModel;
import io.paperwire.embedding.TextHash;
import io.paperwire.enrich.trend.TrendSettings;
import io.paperwire.enrich.trend.Trends;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperVector;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.topics.Vocabulary;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class EnricherTest {

  private static final String ID = "doi:10.5555/1";
  private static final String TITLE = "Malicious software on phones";

  private static final EmbedderSettings SETTINGS = EmbedderSettings.DEFAULT;
  private static final EmbeddingModel MODEL = PackagedModel.forPapers().model(SETTINGS.maxTokens());

  private final Enricher enricher =
      new Enricher(
          PaperJudge.load(Vocabulary.load()),
          new Trends(new TrendSettings(Duration.ofDays(2), 10, 5)),
          MODEL);

  @Test
  void shouldPredictCategoriesAnewOnceThereIsAVector() {
    Dossier first = Dossier.EMPTY.with(event());

    Dossier second = enricher.withVector(first, embedding());

    assertThat(likely(first)).as("by words").isEqualTo("cs.SE");
    assertThat(likely(second)).as("by its vector too").isEqualTo("cs.CR");
  }

  private String likely(Dossier dossier) {
    return enricher
        .enrich(ID, dossier)
        .orElseThrow()
        .getPredictedCategories()
        .getFirst()
        .getCategory();
  }

  private static PaperEvent event() {
    return PaperEvent.newBuilder()
        .setPaperId(ID)
        .setKind(PaperEventKind.ANNOUNCED)
        .setSource("file")
        .setSourceKey("1")
        .setObservedAt(Instant.parse("2026-03-02T08:00:00Z"))
        .setTitle(TITLE)
        .build();
  }

  private static PaperEmbedding embedding() {
    String text = EmbeddedText.ofPaper(TITLE, "");
    try (OnnxEmbedder embedder = OnnxEmbedder.open(PackagedModel.forPapers(), SETTINGS)) {
      Int8Vector vector = Int8Vector.of(embedder.embed(text));
      return new PaperEmbedding(
          ID,
          TextHash.of(text),
          new PaperVector(
              MODEL.name(), MODEL.version(), vector.scale(), ByteBuffer.wrap(vector.values())));
    }
  }
}
