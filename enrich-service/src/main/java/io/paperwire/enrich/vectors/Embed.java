package io.paperwire.enrich.vectors;

import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.Int8Vector;
import io.paperwire.enrich.state.TextToEmbed;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperVector;
import io.paperwire.streams.Attempts;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Works out the vector of a text, once, and passes it on for each paper that has the text. */
final class Embed extends ContextualProcessor<String, TextToEmbed, String, PaperEmbedding> {

  private final Embedder embedder;
  private final Attempts attempts;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, PaperVector> known;

  Embed(Embedder embedder, Attempts attempts) {
    this.embedder = embedder;
    this.attempts = attempts;
  }

  @Override
  public void init(ProcessorContext<String, PaperEmbedding> context) {
    super.init(context);
    known = context.getStateStore(VectorTopology.KNOWN);
  }

  @Override
  public void process(Record<String, TextToEmbed> record) {
    String paperId = record.value().getPaperId();
    PaperVector vector = known.get(record.key());
    if (vector == null) {
      vector = attempts.at(() -> vector(record.value().getText()));
      known.put(record.key(), vector);
    }
    context()
        .forward(
            record.withKey(paperId).withValue(new PaperEmbedding(paperId, record.key(), vector)));
  }

  private PaperVector vector(String text) {
    EmbeddingModel model = embedder.model();
    Int8Vector vector = Int8Vector.of(embedder.embed(text));
    return new PaperVector(
        model.name(), model.version(), vector.scale(), ByteBuffer.wrap(vector.values()));
  }
}
