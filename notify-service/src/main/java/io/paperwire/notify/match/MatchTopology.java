package io.paperwire.notify.match;

import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.schemas.stored.StoredRecords;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
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

  private static final StoredRecords<EnrichedPaper> PAPERS = StoredRecords.of(EnrichedPaper.class);

  private MatchTopology() {}

  /**
   * Builds the stream.
   *
   * @param settings how papers are matched and digests made
   * @param topics the topics that it reads and writes
   * @param vocabulary the topics that papers are tagged with
   * @param configuration how Kafka Streams builds it
   * @param news told how the tasks are
   * @param nanos how much time passes while one thing is done, in nanoseconds since some moment
   */
  public static StreamDefinition create(
      MatchSettings settings,
      TopicCatalogue topics,
      Vocabulary vocabulary,
      TopologyConfig configuration,
      MatchNews news,
      LongSupplier nanos) {
    StreamsBuilder builder = new StreamsBuilder(configuration);
    Traffic traffic = new Traffic();
    KStream<String, MatchCommand> papers =
        read(builder, topics.enrichedPapers(), "papers-source")
            .process(new Gate(traffic, news), Named.as("paper-gate"))
            .repartition(toAllPartitions("papers-to-all", settings.partitions()))
            .process(PaperCommands::new, Named.as("paper-commands"));
    KStream<String, MatchCommand> interests =
        read(builder, topics.interests(), "interests-source")
            .mapValues(MatchCommand::ofInterests, Named.as("interest-commands"));
    papers
        .merge(interests, Named.as("commands"))
        .process(new Matching(settings, vocabulary, traffic, news, nanos), Named.as("match"))
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

  private static Repartitioned<String, byte[]> toAllPartitions(String name, int partitions) {
    // The method that is to go is the abstract one until it goes.
    @SuppressWarnings("removal")
    StreamPartitioner<String, byte[]> all =
        (topic, key, paper, count) ->
            Optional.of(IntStream.range(0, count).boxed().collect(Collectors.toSet()));
    return Repartitioned.<String, byte[]>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(Serdes.ByteArray())
        .withNumberOfPartitions(partitions)
        .withStreamPartitioner(all);
  }

  /** Tells papers of the past, which are marked, from others. */
  private static final class PaperCommands
      extends ContextualProcessor<String, byte[], String, MatchCommand> {

    @Override
    public void process(Record<String, byte[]> record) {
      MatchCommand command =
          Optional.ofNullable(record.value())
              .map(bytes -> command(record, ByteBuffer.wrap(bytes)))
              .orElseGet(() -> new MatchCommand.PaperGone(record.key()));
      context().forward(record.withValue(command));
    }

    private static MatchCommand command(Record<String, byte[]> record, ByteBuffer paper) {
      if (BacklogHeader.isMarked(record.headers())) {
        return new MatchCommand.PaperOfThePast(record.key(), paper);
      }
      try {
        return new MatchCommand.PaperChanged(PAPERS.read(paper));
      } catch (IOException e) {
        throw new SerializationException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  /** Makes a gate and its store for each task. */
  private record Gate(Traffic traffic, MatchNews news)
      implements ProcessorSupplier<String, EnrichedPaper, String, byte[]> {

    @Override
    public Processor<String, EnrichedPaper, String, byte[]> get() {
      return new PaperGate(traffic, news);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return MatchStores.gateBuilders();
    }
  }

  /** Makes a processor and its stores for each task. */
  private record Matching(
      MatchSettings settings,
      Vocabulary vocabulary,
      Traffic traffic,
      MatchNews news,
      LongSupplier nanos)
      implements ProcessorSupplier<String, MatchCommand, String, Digest> {

    @Override
    public Processor<String, MatchCommand, String, Digest> get() {
      return new MatchProcessor(settings, vocabulary, traffic, news, nanos);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return MatchStores.builders();
    }
  }
}
