package io.paperwire.bench.stream;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Writes to the stream's topics, and asks how far they were read. */
final class StreamWire implements AutoCloseable {

  private final TopicCatalogue topics;
  private final String group;
  private final KafkaProducer<String, byte[]> producer;
  private final Admin admin;
  private final int partitions;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  StreamWire(String bootstrapServers, TopicCatalogue topics, String group) {
    this.topics = topics;
    this.group = group;
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0, "batch.size", 65_536),
            new StringSerializer(),
            new ByteArraySerializer());
    this.admin = Admin.create(client);
    this.partitions = producer.partitionsFor(topics.interests().name()).size();
  }

  int partitions() {
    return partitions;
  }

  /** The partition of a subscriber, as producers choose it. */
  int partitionOf(String subscriberId) {
    byte[] key = subscriberId.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  void send(SubscriberInterests interests) {
    String topic = topics.interests().name();
    send(
        new ProducerRecord<>(
            topic,
            interests.getSubscriberId(),
            topics.interests().valueSerde().serializer().serialize(topic, interests)));
  }

  void send(EnrichedPaper paper, boolean backlog) {
    send(record(paper, null, backlog));
  }

  /** Sends a paper on a partition of one's choice. */
  void send(EnrichedPaper paper, int partition) {
    send(record(paper, partition, false));
  }

  private ProducerRecord<String, byte[]> record(
      EnrichedPaper paper, @Nullable Integer partition, boolean backlog) {
    String topic = topics.enrichedPapers().name();
    byte[] bytes = topics.enrichedPapers().valueSerde().serializer().serialize(topic, paper);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, partition, paper.getPaperId(), bytes);
    if (backlog) {
      BacklogHeader.mark(record.headers());
    }
    return record;
  }

  private void send(ProducerRecord<String, byte[]> record) {
    var _ = producer.send(record, (_, problem) -> failure.compareAndSet(null, problem));
  }

  /** Waits until all is written. */
  void flush() {
    producer.flush();
    Exception problem = failure.get();
    if (problem != null) {
      throw new IllegalStateException("the broker refused a record", problem);
    }
  }

  /** How many records of the topic of interests are not yet read and committed. */
  long unreadInterests() throws InterruptedException {
    return unread(topics.interests().name());
  }

  /**
   * The same of papers, of the topic of which more are left, among which transactions leave a few
   * marks as well.
   */
  long unreadPapers() throws InterruptedException {
    long papers = unread(topics.enrichedPapers().name());
    return Math.max(papers, unread(group + "-papers-to-all-repartition"));
  }

  private long unread(String topic) throws InterruptedException {
    List<TopicPartition> all =
        IntStream.range(0, partitions).mapToObj(i -> new TopicPartition(topic, i)).toList();
    try {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin
              .listStreamsGroupOffsets(
                  Map.of(group, new ListStreamsGroupOffsetsSpec().topicPartitions(all)))
              .partitionsToOffsetAndMetadata(group)
              .get();
      return admin
          .listOffsets(
              all.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
          .all()
          .get()
          .entrySet()
          .stream()
          .mapToLong(end -> end.getValue().offset() - offset(read.get(end.getKey())))
          .sum();
    } catch (ExecutionException e) {
      return Long.MAX_VALUE;
    }
  }

  private static long offset(@Nullable OffsetAndMetadata read) {
    return read == null ? 0 : read.offset();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
