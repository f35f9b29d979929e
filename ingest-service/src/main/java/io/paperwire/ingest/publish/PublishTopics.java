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
 * @param deadLetters pieces of input that could not be read
 * @param quarantine whole answers that could not be read
 * @param status how each source is
 * @param state what is known of each source
 */
public record PublishTopics(
    Topic<String, PaperEvent> paperEvents,
    Topic<String, PaperSignal> paperSignals,
    Topic<byte[], byte[]> deadLetters,
    Topic<byte[], byte[]> quarantine,
    Topic<String, byte[]> status,
    StateTopic state) {

  /**
   * The topics of a deployment.
   *
   * @param catalogue the topics that other services read
   * @param prefix stands before the names of the topics that are ingest's own
   */
  public static PublishTopics of(TopicCatalogue catalogue, String prefix, StateTopic state) {
    return new PublishTopics(
        catalogue.paperEvents(),
        catalogue.paperSignals(),
        TopicCatalogue.deadLetters(catalogue.paperEvents()),
        Quarantine.topic(prefix),
        SourceStatus.topic(prefix),
        state);
  }

  /** All of them. */
  public List<Topic<?, ?>> all() {
    return List.of(paperEvents, paperSignals, deadLetters, quarantine, status, state.topic());
  }
}
