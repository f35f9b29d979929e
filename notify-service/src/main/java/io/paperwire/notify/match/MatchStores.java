package io.paperwire.notify.match;

import io.paperwire.notify.state.Agenda;
import io.paperwire.notify.state.BacklogPaper;
import io.paperwire.notify.state.Counters;
import io.paperwire.notify.state.Notice;
import io.paperwire.notify.state.PendingPaper;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.streams.StoreSerde;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of one task.
 *
 * @param interests the subscribers, by id
 * @param papers papers that wait for somebody, by id
 * @param notices who was found to want a paper, by paper and the notice's number
 * @param reasons why a paper waits, where that cannot be found out again, by subscriber and paper
 * @param agendas how far a subscriber was told, and when the next digest is due, by subscriber
 * @param counters the numbers to be given next
 * @param backlog papers of the past that are still to be matched, by id
 */
record MatchStores(
    KeyValueStore<String, SubscriberInterests> interests,
    KeyValueStore<String, EnrichedPaper> papers,
    KeyValueStore<StoreKey, Notice> notices,
    KeyValueStore<StoreKey, PendingPaper> reasons,
    KeyValueStore<String, Agenda> agendas,
    KeyValueStore<String, Counters> counters,
    KeyValueStore<String, BacklogPaper> backlog) {

  private static final String INTERESTS = "interests";
  private static final String PAPERS = "papers";
  private static final String NOTICES = "notices";
  private static final String REASONS = "reasons";
  private static final String AGENDAS = "agendas";
  private static final String COUNTERS = "counters";
  private static final String BACKLOG = "backlog";
  private static final String HELD = "held";

  /** The stores that a processor was given. */
  static MatchStores of(ProcessingContext context) {
    return new MatchStores(
        context.getStateStore(INTERESTS),
        context.getStateStore(PAPERS),
        context.getStateStore(NOTICES),
        context.getStateStore(REASONS),
        context.getStateStore(AGENDAS),
        context.getStateStore(COUNTERS),
        context.getStateStore(BACKLOG));
  }

  /** The store of a gate: papers of the past that wait to be sent to all partitions, by id. */
  static KeyValueStore<String, BacklogPaper> held(ProcessingContext context) {
    return context.getStateStore(HELD);
  }

  /** Builds the store of a gate, as below. */
  static Set<StoreBuilder<?>> gateBuilders() {
    return gateBuilders(Stores::persistentKeyValueStore);
  }

  /** Builds the store of a gate, as below. */
  static Set<StoreBuilder<?>> gateBuilders(Function<String, KeyValueBytesStoreSupplier> suppliers) {
    return Set.of(builder(suppliers.apply(HELD), Serdes.String(), BacklogPaper.class));
  }

  /** Builds the stores; each is logged to a compacted topic. */
  static Set<StoreBuilder<?>> builders() {
    return builders(Stores::persistentKeyValueStore);
  }

  /**
   * Builds the stores, in an order that is the same in each process: the topology is.
   *
   * @param suppliers where the store of a name holds its bytes
   */
  static Set<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> suppliers) {
    return new LinkedHashSet<>(
        List.of(
            builder(suppliers.apply(INTERESTS), Serdes.String(), SubscriberInterests.class),
            builder(suppliers.apply(PAPERS), Serdes.String(), EnrichedPaper.class),
            builder(suppliers.apply(NOTICES), StoreKey.serde(), Notice.class),
            builder(suppliers.apply(REASONS), StoreKey.serde(), PendingPaper.class),
            builder(suppliers.apply(AGENDAS), Serdes.String(), Agenda.class),
            builder(suppliers.apply(COUNTERS), Serdes.String(), Counters.class),
            builder(suppliers.apply(BACKLOG), Serdes.String(), BacklogPaper.class)));
  }

  private static <K, V extends SpecificRecord> StoreBuilder<KeyValueStore<K, V>> builder(
      KeyValueBytesStoreSupplier supplier, Serde<K> keys, Class<V> type) {
    return Stores.keyValueStoreBuilder(supplier, keys, StoreSerde.of(type))
        .withLoggingEnabled(Map.of());
  }
}
