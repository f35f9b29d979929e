package io.paperwire.enrich.vectors;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.embedding.TextHash;
import io.paperwire.enrich.state.TextToEmbed;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperVector;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Passes on the text of each paper that has no vector of the model yet, under its hash. */
final class ChooseTexts extends ContextualProcessor<String, EnrichedPaper, String, TextToEmbed> {

  private final EmbeddingModel model;

  ChooseTexts(EmbeddingModel model) {
    this.model = model;
  }

  @Override
  public void process(Record<String, EnrichedPaper> record) {
    EnrichedPaper paper = record.value();
    // A paper that was deleted needs no vector.
    if (paper != null && !hasVector(paper)) {
      String text =
          EmbeddedText.ofPaper(
              paper.getTitle(), Optional.ofNullable(paper.getAbstractText()).orElse(""));
      context()
          .forward(
              record
                  .withKey(TextHash.of(text))
                  .withValue(new TextToEmbed(paper.getPaperId(), text)));
    }
  }

  private boolean hasVector(EnrichedPaper paper) {
    PaperVector vector = paper.getVector();
    return vector != null
        && vector.getModel().equals(model.name())
        && vector.getModelVersion().equals(model.version());
  }
}
