package io.paperwire.notify.match;

import io.paperwire.notify.match.PaperLanes.Laned;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.StoreSerde;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.topics.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stream from papers and interests to digests.
 *
 * <p>Papers are few and subscribers many. So each paper is sent to every partition (KIP-837), where
 * it meets that partition's share of the subscribers.
 */
public final class MatchTopology {

  private MatchTopology() {}

  /**
   * Builds the stream.
   *
   * @param settings how papers are matched and digests made
   * @param topics the topics that it reads and writes
   * @param vocabulary the topics that papers are tagged with
   * @param configuration how Kafka Streams builds it
   */
  public static StreamDefinition create(
      MatchSettings settings,
      TopicCatalogue topics,
      Vocabulary vocabulary,
      TopologyConfig configuration) {
    StreamsBuilder builder = new StreamsBuilder(configuration);
    KStream<String, Laned> papers =
        read(builder, topics.enrichedPapers(), "papers-source")
            .process(() -> PaperLanes.entrance(settings.patience()), Named.as("paper-lanes"));
    KStream<String, MatchCommand> interests =
        read(builder, topics.interests(), "interests-source")
            .mapValues(MatchCommand::ofInterests, Named.as("interest-commands"));
    lane(papers, false, settings)
        .merge(lane(papers, true, settings), Named.as("papers"))
        .merge(interests, Named.as("commands"))
        .process(new Matching(settings, vocabulary), Named.as("match"))
        .to(
            topics.digests().name(),
            Produced.with(topics.digests().keySerde(), topics.digests().valueSerde())
                .withName("digests-sink"));
    return new StreamDefinition(
        builder.build(),
        List.of(topics.enrichedPapers(), topics.interests()),
        List.of(topics.digests()));
  }

  private static <V> KStream<String, V> read(
      StreamsBuilder builder, Topic<String, V> topic, String name) {
    return builder.stream(
        topic.name(), Consumed.with(topic.keySerde(), topic.valueSerde()).withName(name));
  }

  /** Papers that go to all partitions, on one of two lanes. */
  private static KStream<String, MatchCommand> lane(
      KStream<String, Laned> papers, boolean backlog, MatchSettings settings) {
    String name = backlog ? "backlog" : "papers";
    return papers
        .filter((_, laned) -> laned.backlog() == backlog, Named.as(name + "-lane"))
        .mapValues(Laned::paper, Named.as(name + "-record"))
        .repartition(toAllPartitions(name + "-to-all", settings.partitions()))
        .process(() -> PaperLanes.exit(backlog, settings.patience()), Named.as(name + "-commands"));
  }

  private static Repartitioned<String, EnrichedPaper> toAllPartitions(String name, int partitions) {
    StreamPartitioner<String, EnrichedPaper> all =
        (topic, key, paper, count) ->
            Optional.of(IntStream.range(0, count).boxed().collect(Collectors.toSet()));
    return Repartitioned.<String, EnrichedPaper>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(StoreSerde.of(EnrichedPaper.class))
        .withNumberOfPartitions(partitions)
        .withStreamPartitioner(all);
  }

  /** Makes a processor and its stores for each task. */
  private record Matching(MatchSettings settings, Vocabulary vocabulary)
      implements ProcessorSupplier<String, MatchCommand, String, Digest> {

    @Override
    public Processor<String, MatchCommand, String, Digest> get() {
      return new MatchProcessor(settings, vocabulary);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return MatchStores.builders();
    }
  }
}
