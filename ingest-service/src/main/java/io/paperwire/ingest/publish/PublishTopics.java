package io.paperwire.ingest.publish;

import io.paperwire.ingest.state.StateTopic;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.util.List;

/**
 * The topics that ingest writes.
 *
 * @param paperEvents what happened to papers
 * @param paperSignals attention to papers
 * @param deadLetters input that could not be read
 * @param state what is known of each source
 */
public record PublishTopics(
    Topic<String, PaperEvent> paperEvents,
    Topic<String, PaperSignal> paperSignals,
    Topic<byte[], byte[]> deadLetters,
    StateTopic state) {

  /** The topics of a deployment. */
  public static PublishTopics of(TopicCatalogue catalogue, StateTopic state) {
    return new PublishTopics(
        catalogue.paperEvents(),
        catalogue.paperSignals(),
        TopicCatalogue.deadLetters(catalogue.paperEvents()),
        state);
  }

  /** All of them. */
  public List<Topic<?, ?>> all() {
    return List.of(paperEvents, paperSignals, deadLetters, state.topic());
  }
}
