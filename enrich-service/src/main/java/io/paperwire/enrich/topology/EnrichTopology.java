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
   */
  public static StreamDefinition define(
      TopologyConfig config, TopicCatalogue catalogue, Enricher enricher) {
    return new StreamDefinition(
        build(config, catalogue, enricher),
        List.of(
            catalogue.paperEvents(),
            catalogue.paperSignals(),
            catalogue.paperVectors(),
            catalogue.paperStandings(),
            catalogue.paperSummaries()),
        List.of(catalogue.enrichedPapers()));
  }

  private static Topology build(
      TopologyConfig config, TopicCatalogue catalogue, Enricher enricher) {
    Topology topology = new Topology(config);
    addSource(topology, EVENTS_SOURCE, catalogue.paperEvents());
    addSource(topology, SIGNALS_SOURCE, catalogue.paperSignals());
    addSource(topology, VECTORS_SOURCE, catalogue.paperVectors());
    addSource(topology, STANDINGS_SOURCE, catalogue.paperStandings());
    addSource(topology, SUMMARIES_SOURCE, catalogue.paperSummaries());
    topology.addProcessor(
        MERGE_EVENTS, merge(enricher, PaperEvent::getPaperId, Dossier::with), EVENTS_SOURCE);
    topology.addProcessor(
        MERGE_SIGNALS,
        () -> new Merge<PaperSignal>(enricher, PaperSignal::getPaperId, Dossier::with),
        SIGNALS_SOURCE);
    topology.addProcessor(
        MERGE_VECTORS,
        merge(enricher, PaperEmbedding::getPaperId, enricher::withVector),
        VECTORS_SOURCE);
    topology.addProcessor(
        MERGE_STANDINGS,
        merge(enricher, PaperStanding::getPaperId, Dossier::with),
        STANDINGS_SOURCE);
    topology.addProcessor(
        MERGE_SUMMARIES,
        merge(enricher, PaperSummary::getPaperId, enricher::withSummary),
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

  /** Takes in what means the same whenever it was written. */
  private static <V> ProcessorSupplier<String, V, String, EnrichedPaper> merge(
      Enricher enricher, Function<V, String> about, BiFunction<Dossier, V, Dossier> taking) {
    return () -> new Merge<V>(enricher, about, (before, said, _) -> taking.apply(before, said));
  }

  private static void addSource(Topology topology, String name, Topic<?, ?> topic) {
    topology.addSource(
        name, topic.keySerde().deserializer(), topic.valueSerde().deserializer(), topic.name());
  }

  private static StoreBuilder<KeyValueStore<String, PaperState>> papers() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(PAPERS), Serdes.String(), StoreSerde.of(PaperState.class));
  }
}
