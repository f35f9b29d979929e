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
import org.apache.avro.Schema;
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
    return new TopicCatalogue(
        topic(
            prefix + "paper-events",
            PaperEvent.class,
            PaperEvent.getClassSchema(),
            registry,
            Retention.days(30)),
        topic(
            prefix + "paper-signals",
            PaperSignal.class,
            PaperSignal.getClassSchema(),
            registry,
            Retention.days(90)),
        topic(
            prefix + "paper-vectors",
            PaperEmbedding.class,
            PaperEmbedding.getClassSchema(),
            registry,
            Retention.compacted()),
        topic(
            prefix + "paper-standings",
            PaperStanding.class,
            PaperStanding.getClassSchema(),
            registry,
            Retention.days(30)),
        topic(
            prefix + "paper-summaries",
            PaperSummary.class,
            PaperSummary.getClassSchema(),
            registry,
            Retention.compacted()),
        topic(
            prefix + "enriched-papers",
            EnrichedPaper.class,
            EnrichedPaper.getClassSchema(),
            registry,
            Retention.compacted()),
        topic(
            prefix + "interests",
            SubscriberInterests.class,
            SubscriberInterests.getClassSchema(),
            registry,
            Retention.compacted()),
        topic(
            prefix + "digests", Digest.class, Digest.getClassSchema(), registry, Retention.days(7)),
        topic(
            prefix + "delivery-events",
            DeliveryEvent.class,
            DeliveryEvent.getClassSchema(),
            registry,
            Retention.days(30)));
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

  private static <T extends SpecificRecord> Topic<String, T> topic(
      String name, Class<T> type, Schema schema, RegistrySettings registry, Retention retention) {
    return new Topic<>(
        name,
        Serdes.String(),
        AvroSerdes.value(type, registry),
        Optional.of(AvroSerdes.registered(schema)),
        retention);
  }
}
