package io.paperwire.notify.match;

import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.StoreSerde;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.topics.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;
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
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
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
   * @param backlog told how many papers of the past wait, by the name of a task
   */
  public static StreamDefinition create(
      MatchSettings settings,
      TopicCatalogue topics,
      Vocabulary vocabulary,
      TopologyConfig configuration,
      ObjLongConsumer<String> backlog) {
    StreamsBuilder builder = new StreamsBuilder(configuration);
    Traffic traffic = new Traffic();
    KStream<String, MatchCommand> papers =
        read(builder, topics.enrichedPapers(), "papers-source")
            .process(() -> new PaperTraffic(traffic), Named.as("paper-traffic"))
            .repartition(toAllPartitions("papers-to-all", settings.partitions()))
            .process(PaperCommands::new, Named.as("paper-commands"));
    KStream<String, MatchCommand> interests =
        read(builder, topics.interests(), "interests-source")
            .mapValues(MatchCommand::ofInterests, Named.as("interest-commands"));
    papers
        .merge(interests, Named.as("commands"))
        .process(new Matching(settings, vocabulary, traffic, backlog), Named.as("match"))
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

  private static Repartitioned<String, EnrichedPaper> toAllPartitions(String name, int partitions) {
    // The method that is to go is the abstract one until it goes.
    @SuppressWarnings("removal")
    StreamPartitioner<String, EnrichedPaper> all =
        (topic, key, paper, count) ->
            Optional.of(IntStream.range(0, count).boxed().collect(Collectors.toSet()));
    return Repartitioned.<String, EnrichedPaper>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(StoreSerde.of(EnrichedPaper.class))
        .withNumberOfPartitions(partitions)
        .withStreamPartitioner(all);
  }

  /** Notes that papers come, before they go to all partitions. */
  private static final class PaperTraffic
      extends ContextualProcessor<String, EnrichedPaper, String, EnrichedPaper> {

    private final Traffic traffic;

    PaperTraffic(Traffic traffic) {
      this.traffic = traffic;
    }

    @Override
    public void process(Record<String, EnrichedPaper> record) {
      traffic.passes(Instant.ofEpochMilli(context().currentSystemTimeMs()));
      context().forward(record);
    }
  }

  /** Tells papers of the past, which are marked, from others. */
  private static final class PaperCommands
      extends ContextualProcessor<String, EnrichedPaper, String, MatchCommand> {

    @Override
    public void process(Record<String, EnrichedPaper> record) {
      boolean past = BacklogHeader.isMarked(record.headers());
      context().forward(record.withValue(MatchCommand.ofPaper(record.key(), record.value(), past)));
    }
  }

  /** Makes a processor and its stores for each task. */
  private record Matching(
      MatchSettings settings,
      Vocabulary vocabulary,
      Traffic traffic,
      ObjLongConsumer<String> backlog)
      implements ProcessorSupplier<String, MatchCommand, String, Digest> {

    @Override
    public Processor<String, MatchCommand, String, Digest> get() {
      return new MatchProcessor(settings, vocabulary, traffic, backlog, System::nanoTime);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return MatchStores.builders();
    }
  }
}
