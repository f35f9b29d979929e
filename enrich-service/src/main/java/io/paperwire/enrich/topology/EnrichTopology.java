package io.paperwire.enrich.topology;

import io.paperwire.enrich.dossier.Dossier;
import io.paperwire.enrich.dossier.Enricher;
import io.paperwire.enrich.state.PaperState;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperStanding;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.Attempts;
import io.paperwire.streams.StoreSerde;
import io.paperwire.streams.StreamDefinition;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds the main stream of the enrich service. */
public final class EnrichTopology {

  /** The store of dossiers, by paper id. */
  static final String PAPERS = "papers";

  private static final String EVENTS_SOURCE = "paper-events-source";
  private static final String SIGNALS_SOURCE = "paper-signals-source";
  private static final String VECTORS_SOURCE = "paper-vectors-source";
  private static final String STANDINGS_SOURCE = "paper-standings-source";
  private static final String SUMMARIES_SOURCE = "paper-summaries-source";
  private static final String MERGE_EVENTS = "merge-events";
  private static final String MERGE_SIGNALS = "merge-signals";
  private static final String MERGE_VECTORS = "merge-vectors";
  private static final String MERGE_STANDINGS = "merge-standings";
  private static final String MERGE_SUMMARIES = "merge-summaries";
  private static final String SINK = "enriched-papers-sink";

  private EnrichTopology() {}

  /**
   * The stream.
   *
   * @param config how topologies are built
   * @param catalogue the topics
   * @param enricher makes the records
   * @param attempts how often a record is tried
   */
  public static StreamDefinition define(
      TopologyConfig config, TopicCatalogue catalogue, Enricher enricher, Attempts attempts) {
    return new StreamDefinition(
        build(config, catalogue, new Merging(enricher, attempts)),
        List.of(
            catalogue.paperEvents(),
            catalogue.paperSignals(),
            catalogue.paperVectors(),
            catalogue.paperStandings(),
            catalogue.paperSummaries()),
        List.of(catalogue.enrichedPapers()));
  }

  private static Topology build(TopologyConfig config, TopicCatalogue catalogue, Merging merging) {
    Topology topology = new Topology(config);
    addSource(topology, EVENTS_SOURCE, catalogue.paperEvents());
    addSource(topology, SIGNALS_SOURCE, catalogue.paperSignals());
    addSource(topology, VECTORS_SOURCE, catalogue.paperVectors());
    addSource(topology, STANDINGS_SOURCE, catalogue.paperStandings());
    addSource(topology, SUMMARIES_SOURCE, catalogue.paperSummaries());
    topology.addProcessor(
        MERGE_EVENTS, merging.of(PaperEvent::getPaperId, Dossier::with), EVENTS_SOURCE);
    topology.addProcessor(
        MERGE_SIGNALS,
        merging.ofWritten(PaperSignal::getPaperId, merging.enricher()::withSignal),
        SIGNALS_SOURCE);
    topology.addProcessor(
        MERGE_VECTORS,
        merging.of(PaperEmbedding::getPaperId, merging.enricher()::withVector),
        VECTORS_SOURCE);
    topology.addProcessor(
        MERGE_STANDINGS, merging.of(PaperStanding::getPaperId, Dossier::with), STANDINGS_SOURCE);
    topology.addProcessor(
        MERGE_SUMMARIES,
        merging.of(PaperSummary::getPaperId, merging.enricher()::withSummary),
        SUMMARIES_SOURCE);
    topology.addStateStore(
        papers(), MERGE_EVENTS, MERGE_SIGNALS, MERGE_VECTORS, MERGE_STANDINGS, MERGE_SUMMARIES);
    topology.addSink(
        SINK,
        catalogue.enrichedPapers().name(),
        catalogue.enrichedPapers().keySerde().serializer(),
        catalogue.enrichedPapers().valueSerde().serializer(),
        MERGE_EVENTS,
        MERGE_SIGNALS,
        MERGE_VECTORS,
        MERGE_STANDINGS,
        MERGE_SUMMARIES);
    return topology;
  }

  /** Makes the processors. */
  private record Merging(Enricher enricher, Attempts attempts) {

    /** Takes in what means the same whenever it was written. */
    <V> ProcessorSupplier<String, V, String, EnrichedPaper> of(
        Function<V, String> about, BiFunction<Dossier, V, Dossier> taking) {
      return ofWritten(about, (before, said, _) -> taking.apply(before, said));
    }

    <V> ProcessorSupplier<String, V, String, EnrichedPaper> ofWritten(
        Function<V, String> about, Merge.Taking<V> taking) {
      return () -> new Merge<V>(enricher, attempts, about, taking);
    }
  }

  private static void addSource(Topology topology, String name, Topic<?, ?> topic) {
    topology.addSource(
        name, topic.keySerde().deserializer(), topic.valueSerde().deserializer(), topic.name());
  }

  /** The store of dossiers. */
  static StoreBuilder<KeyValueStore<String, PaperState>> papers() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(PAPERS), Serdes.String(), StoreSerde.of(PaperState.class));
  }
}
