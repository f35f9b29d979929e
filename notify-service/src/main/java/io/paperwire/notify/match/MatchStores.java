package io.paperwire.notify.match;

import io.paperwire.notify.state.Agenda;
import io.paperwire.notify.state.Notice;
import io.paperwire.notify.state.PendingPaper;
import io.paperwire.notify.state.SentDigest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.streams.StoreSerde;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of one task.
 *
 * @param interests the subscribers, by id
 * @param papers papers that wait for somebody, by id
 * @param notices where a paper stands with a subscriber, by paper and subscriber
 * @param pending papers that wait, by subscriber and paper
 * @param digests digests that were made, by subscriber and digest
 * @param agendas when the next digest is due, by subscriber
 */
record MatchStores(
    KeyValueStore<String, SubscriberInterests> interests,
    KeyValueStore<String, EnrichedPaper> papers,
    KeyValueStore<StoreKey, Notice> notices,
    KeyValueStore<StoreKey, PendingPaper> pending,
    KeyValueStore<StoreKey, SentDigest> digests,
    KeyValueStore<String, Agenda> agendas) {

  private static final String INTERESTS = "interests";
  private static final String PAPERS = "papers";
  private static final String NOTICES = "notices";
  private static final String PENDING = "pending";
  private static final String DIGESTS = "sent-digests";
  private static final String AGENDAS = "agendas";

  /** The stores that a processor was given. */
  static MatchStores of(ProcessingContext context) {
    return new MatchStores(
        context.getStateStore(INTERESTS),
        context.getStateStore(PAPERS),
        context.getStateStore(NOTICES),
        context.getStateStore(PENDING),
        context.getStateStore(DIGESTS),
        context.getStateStore(AGENDAS));
  }

  /** Builds the stores; each is logged to a compacted topic. */
  static Set<StoreBuilder<?>> builders() {
    return Set.of(
        builder(INTERESTS, Serdes.String(), SubscriberInterests.class),
        builder(PAPERS, Serdes.String(), EnrichedPaper.class),
        builder(NOTICES, StoreKey.serde(), Notice.class),
        builder(PENDING, StoreKey.serde(), PendingPaper.class),
        builder(DIGESTS, StoreKey.serde(), SentDigest.class),
        builder(AGENDAS, Serdes.String(), Agenda.class));
  }

  private static <K, V extends SpecificRecord> StoreBuilder<KeyValueStore<K, V>> builder(
      String name, Serde<K> keys, Class<V> type) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), keys, StoreSerde.of(type))
        .withLoggingEnabled(Map.of());
  }
}
