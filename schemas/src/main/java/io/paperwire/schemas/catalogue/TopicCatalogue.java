package io.paperwire.schemas.catalogue;

import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperStanding;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.SubscriberInterests;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Every topic that one service writes and another reads. Built once from configuration.
 *
 * @param paperEvents what sources say happened to papers; key: paper id; written by ingest
 * @param paperSignals upvotes, stars, citations, comments; key: paper id; written by ingest
 * @param paperVectors the vectors of papers' texts; key: paper id; compacted; written by the vector
 *     stage of enrich and read by its merge
 * @param paperStandings places of papers within their topics; key: paper id; written by the stream
 *     of standings of enrich
 * @param paperSummaries what language models wrote of papers; key: paper id; compacted; written by
 *     the summary stage of enrich
 * @param enrichedPapers the merged, tagged paper; key: paper id; compacted; written by enrich
 * @param interests what confirmed subscribers want; key: subscriber id; compacted; written by
 *     notify (web)
 * @param digests papers to be told to a subscriber; key: subscriber id; written by notify (match)
 * @param deliveryEvents what became of digests; key: subscriber id; written by notify (deliver,
 *     web)
 */
public record TopicCatalogue(
    Topic<String, PaperEvent> paperEvents,
    Topic<String, PaperSignal> paperSignals,
    Topic<String, PaperEmbedding> paperVectors,
    Topic<String, PaperStanding> paperStandings,
    Topic<String, PaperSummary> paperSummaries,
    Topic<String, EnrichedPaper> enrichedPapers,
    Topic<String, SubscriberInterests> interests,
    Topic<String, Digest> digests,
    Topic<String, DeliveryEvent> deliveryEvents) {

  private static final int DEAD_LETTER_DAYS = 30;

  /** The catalogue of a deployment whose topics carry their plain names. */
  public static TopicCatalogue of(RegistrySettings registry) {
    return of(registry, "");
  }

  /**
   * The catalogue of a deployment.
   *
   * @param registry where schemas are looked up
   * @param prefix stands before each topic's name, for clusters that several deployments share; may
   *     be empty
   */
  public static TopicCatalogue of(RegistrySettings registry, String prefix) {
    Family family = new Family(registry, prefix);
    return new TopicCatalogue(
        family.topic("paper-events", PaperEvent.class, Retention.days(30)),
        family.topic("paper-signals", PaperSignal.class, Retention.days(90)),
        family.topic("paper-vectors", PaperEmbedding.class, Retention.compacted()),
        family.topic("paper-standings", PaperStanding.class, Retention.days(30)),
        family.topic("paper-summaries", PaperSummary.class, Retention.compacted()),
        family.topic("enriched-papers", EnrichedPaper.class, Retention.compacted()),
        family.topic("interests", SubscriberInterests.class, Retention.compacted()),
        family.topic("digests", Digest.class, Retention.days(7)),
        family.topic("delivery-events", DeliveryEvent.class, Retention.days(30)));
  }

  /** The topics above, in the order of the flow. */
  public List<Topic<String, ? extends SpecificRecord>> all() {
    return List.of(
        paperEvents,
        paperSignals,
        paperVectors,
        paperStandings,
        paperSummaries,
        enrichedPapers,
        interests,
        digests,
        deliveryEvents);
  }

  /**
   * Topics that streams read together, key by key. A key has to have the same partition in all of a
   * group, so all of a group have the same count.
   */
  public List<List<Topic<String, ? extends SpecificRecord>>> readTogether() {
    return List.of(
        List.of(paperEvents, paperSignals, paperVectors, paperStandings, paperSummaries),
        List.of(interests, digests, deliveryEvents));
  }

  /**
   * The dead-letter topic of a topic: records that could not be processed, with the bytes of key
   * and value as they were read and the headers of {@link DeadLetterHeaders}.
   */
  public static Topic<byte[], byte[]> deadLetters(Topic<?, ?> topic) {
    return new Topic<>(
        topic.name() + ".dlq",
        Serdes.ByteArray(),
        Serdes.ByteArray(),
        Optional.empty(),
        Retention.days(DEAD_LETTER_DAYS));
  }

  /** The topics of one deployment. */
  private record Family(RegistrySettings registry, String prefix) {

    <T extends SpecificRecord> Topic<String, T> topic(
        String name, Class<T> type, Retention retention) {
      return new Topic<>(
          prefix + name,
          Serdes.String(),
          AvroSerdes.value(type, registry),
          Optional.of(AvroSerdes.registered(SpecificData.get().getSchema(type))),
          retention);
    }
  }
}
