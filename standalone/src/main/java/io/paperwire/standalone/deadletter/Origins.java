package io.paperwire.standalone.deadletter;

import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.standalone.input.WholeTopic;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The topics that letters came from: whether they may go back there. */
final class Origins {

  private final Consumer<byte[], byte[]> consumer;
  private final Admin admin;
  private final Set<String> compacted;
  private final Set<String> shared;

  /**
   * The topics of a deployment.
   *
   * @param consumer reads what is committed
   * @param admin asks who reads them
   */
  Origins(Consumer<byte[], byte[]> consumer, Admin admin, TopicCatalogue catalogue) {
    this.consumer = consumer;
    this.admin = admin;
    this.shared = names(catalogue.all());
    this.compacted =
        names(
            catalogue.all().stream()
                .filter(topic -> topic.retention() instanceof Retention.Compacted)
                .toList());
  }

  private static Set<String> names(List<? extends Topic<?, ?>> topics) {
    return topics.stream().map(Topic::name).collect(Collectors.toSet());
  }

  /** Those of some letters whose topic is there and read. */
  Set<String> read(Collection<DeadLetter> letters) {
    Set<String> there = consumer.listTopics().keySet();
    Set<String> wanted =
        letters.stream()
            .flatMap(letter -> letter.origin().stream())
            .filter(there::contains)
            .collect(Collectors.toCollection(HashSet::new));
    if (!shared.containsAll(wanted)) {
      Map<String, Boolean> groups = groups();
      wanted.removeIf(topic -> !shared.contains(topic) && !isRead(topic, groups));
    }
    return wanted;
  }

  /** An internal topic's name begins with the id of its stream, which may begin with another's. */
  private static boolean isRead(String topic, Map<String, Boolean> groups) {
    return groups.keySet().stream()
        .filter(id -> topic.startsWith(id + "-"))
        .max(Comparator.comparingInt(String::length))
        .map(id -> groups.getOrDefault(id, false))
        .orElse(false);
  }

  /** All groups, and whether they have members. */
  private Map<String, Boolean> groups() {
    try {
      return admin.listGroups().all().get().stream()
          .collect(
              Collectors.toMap(
                  GroupListing::groupId, group -> isActive(group.groupState()), (one, _) -> one));
    } catch (ExecutionException failure) {
      throw new KafkaException("nobody tells who reads which topics", failure.getCause());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", end);
    }
  }

  private static boolean isActive(Optional<GroupState> state) {
    return state.filter(now -> now == GroupState.EMPTY || now == GroupState.DEAD).isEmpty();
  }

  /**
   * Those letters whose topic keeps the last record of each key, and has got a later one of theirs
   * since.
   */
  Set<DeadLetter.Place> superseded(Collection<DeadLetter> letters) {
    Set<DeadLetter.Place> superseded = new HashSet<>();
    letters.stream()
        .filter(letter -> letter.origin().filter(compacted::contains).isPresent())
        .filter(letter -> letter.originOffset().isPresent())
        .collect(Collectors.groupingBy(letter -> letter.origin().orElseThrow()))
        .forEach((topic, ofTopic) -> superseded.addAll(superseded(topic, ofTopic)));
    return superseded;
  }

  private Set<DeadLetter.Place> superseded(String topic, List<DeadLetter> letters) {
    Map<TopicPartition, Long> starts = starts(topic, letters);
    Map<Lane, Long> newest = new HashMap<>(); // of those keys only: a topic may have millions
    letters.forEach(letter -> newest.put(lane(letter), -1L));
    WholeTopic.readFrom(
        starts,
        consumer,
        topic,
        record ->
            newest.computeIfPresent(
                Lane.of(record.partition(), record.key()), (_, _) -> record.offset()));
    return letters.stream()
        .filter(
            letter -> newest.getOrDefault(lane(letter), -1L) > letter.originOffset().orElseThrow())
        .map(DeadLetter::place)
        .collect(Collectors.toSet());
  }

  /** What is behind the first letter of each partition. */
  private Map<TopicPartition, Long> starts(String topic, List<DeadLetter> letters) {
    Map<TopicPartition, Long> starts =
        new HashMap<>(consumer.beginningOffsets(WholeTopic.partitions(consumer, topic)));
    starts.keySet().removeIf(partition -> first(partition, letters).isEmpty());
    starts.replaceAll(
        (partition, begin) -> Math.max(begin, first(partition, letters).orElseThrow() + 1));
    return starts;
  }

  private static OptionalLong first(TopicPartition partition, List<DeadLetter> letters) {
    return letters.stream()
        .filter(letter -> letter.originPartition().orElse(-1) == partition.partition())
        .mapToLong(letter -> letter.originOffset().orElseThrow())
        .min();
  }

  /** A key in a partition: offsets of several partitions say nothing of each other. */
  private record Lane(int partition, ByteBuffer key) {

    static Lane of(int partition, byte @Nullable [] key) {
      return new Lane(partition, ByteBuffer.wrap(key == null ? new byte[0] : key));
    }
  }

  private static Lane lane(DeadLetter letter) {
    return Lane.of(letter.originPartition().orElse(-1), letter.record().key());
  }
}
