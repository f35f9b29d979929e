package io.paperwire.standalone.demo;

import io.paperwire.standalone.system.PaperwireSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far a group has come. It reads nothing, so it takes no part in the group. */
final class GroupOffsets implements AutoCloseable {

  private static final String DELIVERY = "digests-delivery";

  private final KafkaConsumer<byte[], byte[]> consumer;

  private GroupOffsets(String bootstrapServers, String group) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                group),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Those of the group that delivers digests. */
  static GroupOffsets ofDelivery(PaperwireSystem system) {
    return new GroupOffsets(system.backends().broker().bootstrapServers(), DELIVERY);
  }

  /** Whether the group is done with all of some records. */
  boolean isPast(List<? extends ConsumerRecord<?, ?>> records) {
    Set<TopicPartition> partitions =
        records.stream().map(GroupOffsets::partition).collect(Collectors.toSet());
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
    return records.stream()
        .allMatch(
            record ->
                Optional.ofNullable(committed.get(partition(record)))
                    .filter(offset -> offset.offset() > record.offset())
                    .isPresent());
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
