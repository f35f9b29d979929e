package io.paperwire.enrich.standing;

import io.paperwire.enrich.state.RankedRate;
import io.paperwire.enrich.state.ToldRate;
import io.paperwire.enrich.state.TopicRate;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperStanding;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.StoreSerde;
import io.paperwire.streams.StreamDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds the stream that tells papers where they stand. */
public final class StandingTopology {

  /** The store of what each paper's topics were told, by paper id. */
  static final String TOLD = "told-rates";

  /** The store of rates and places, by topic and paper id. */
  static final String RATES = "rates-by-topic";

  private static final StreamDefinition.Stage STAGE = new StreamDefinition.Stage("standings", 1);

  private StandingTopology() {}

  /**
   * The stream.
   *
   * @param config how topologies are built
   * @param catalogue the topics
   * @param halfLife after so long a rate is half; as in the records
   */
  public static StreamDefinition define(
      TopologyConfig config, TopicCatalogue catalogue, Duration halfLife) {
    return new StreamDefinition(
        Optional.of(STAGE),
        build(config, catalogue, halfLife),
        List.of(catalogue.enrichedPapers()),
        List.of(catalogue.paperStandings()));
  }

  private static Topology build(
      TopologyConfig config, TopicCatalogue catalogue, Duration halfLife) {
    var builder = new StreamsBuilder(config);
    Topic<String, EnrichedPaper> papers = catalogue.enrichedPapers();
    Topic<String, PaperStanding> standings = catalogue.paperStandings();
    builder.addStateStore(store(TOLD, ToldRate.class));
    builder.addStateStore(store(RATES, RankedRate.class));
    builder.stream(
            papers.name(),
            Consumed.with(papers.keySerde(), papers.valueSerde())
                .withName("enriched-papers-source"))
        .process(ChooseRates::new, Named.as("choose-rates"), TOLD)
        .repartition(
            Repartitioned.with(Serdes.String(), StoreSerde.of(TopicRate.class)).withName("rates"))
        .process(() -> new Rank(halfLife), Named.as("rank"), RATES)
        .to(
            standings.name(),
            Produced.with(standings.keySerde(), standings.valueSerde())
                .withName("paper-standings-sink"));
    return builder.build();
  }

  private static <T extends SpecificRecord> StoreBuilder<KeyValueStore<String, T>> store(
      String name, Class<T> type) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), StoreSerde.of(type));
  }
}
