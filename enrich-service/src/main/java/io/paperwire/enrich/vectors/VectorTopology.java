package io.paperwire.enrich.vectors;

import io.paperwire.embedding.Embedder;
import io.paperwire.embedding.EmbeddingModel;
import io.paperwire.enrich.state.TextToEmbed;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.Attempts;
import io.paperwire.streams.StoreSerde;
import io.paperwire.streams.StreamDefinition;
import java.util.List;
import java.util.Optional;
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

/** Builds the stream that works vectors out. */
public final class VectorTopology {

  /** The store of vectors, by the hash of the text. */
  static final String KNOWN = "vectors-by-text";

  private VectorTopology() {}

  /**
   * The stream.
   *
   * @param config how topologies are built
   * @param catalogue the topics
   * @param embedder works vectors out; stays open
   * @param threads texts that are worked on at the same time
   * @param attempts how often a text is tried
   */
  public static StreamDefinition define(
      TopologyConfig config,
      TopicCatalogue catalogue,
      Embedder embedder,
      int threads,
      Attempts attempts) {
    return new StreamDefinition(
        Optional.of(new StreamDefinition.Stage(name(embedder.model()), threads)),
        build(config, catalogue, embedder, attempts),
        List.of(catalogue.enrichedPapers()),
        List.of(catalogue.paperVectors()));
  }

  private static String name(EmbeddingModel model) {
    return "vectors-" + model.name() + "-" + model.version();
  }

  private static Topology build(
      TopologyConfig config, TopicCatalogue catalogue, Embedder embedder, Attempts attempts) {
    var builder = new StreamsBuilder(config);
    Topic<String, EnrichedPaper> papers = catalogue.enrichedPapers();
    Topic<String, PaperEmbedding> vectors = catalogue.paperVectors();
    builder.addStateStore(known());
    builder.stream(
            papers.name(),
            Consumed.with(papers.keySerde(), papers.valueSerde())
                .withName("enriched-papers-source"))
        .process(() -> new ChooseTexts(embedder.model()), Named.as("choose-texts"))
        .repartition(
            Repartitioned.with(Serdes.String(), StoreSerde.of(TextToEmbed.class)).withName("texts"))
        .process(() -> new Embed(embedder, attempts), Named.as("embed"), KNOWN)
        .to(
            vectors.name(),
            Produced.with(vectors.keySerde(), vectors.valueSerde()).withName("paper-vectors-sink"));
    return builder.build();
  }

  private static StoreBuilder<KeyValueStore<String, PaperVector>> known() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(KNOWN), Serdes.String(), StoreSerde.of(PaperVector.class));
  }
}
