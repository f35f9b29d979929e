package io.paperwire.streams;

import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Where records go that cannot be processed: to the dead-letter topic of the topic they came from.
 * Records of a topology's internal topics go to that of its main topic.
 */
public final class DeadLetters {

  /** The property under which Kafka Streams hands an instance to the handlers. */
  private static final String PROPERTY = "paperwire.dead.letters";

  private final Map<String, String> topics;
  private final String otherwise;

  /** Letters by topic; the topics never change. */
  private final SortedMap<String, LongAdder> written;

  private DeadLetters(Map<String, String> topics, String otherwise) {
    this.topics = Map.copyOf(topics);
    this.otherwise = otherwise;
    SortedMap<String, LongAdder> none = new TreeMap<>();
    topics.values().forEach(topic -> none.put(topic, new LongAdder()));
    this.written = Collections.unmodifiableSortedMap(none);
  }

  /**
   * The dead letters of a topology.
   *
   * @param topics the topics that it reads, the main one first
   */
  static DeadLetters of(List<Topic<?, ?>> topics) {
    Map<String, String> names =
        topics.stream()
            .collect(
                Collectors.toMap(Topic::name, topic -> TopicCatalogue.deadLetters(topic).name()));
    return new DeadLetters(names, TopicCatalogue.deadLetters(topics.getFirst()).name());
  }

  /** Makes Kafka Streams use the three handlers with these topics. */
  void configure(Properties properties) {
    properties.put(PROPERTY, this);
    properties.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
    properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailedRecords.class);
    properties.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableResults.class);
  }

  /** Takes back what {@link #configure} put there. */
  static DeadLetters from(Map<String, ?> properties) {
    if (properties.get(PROPERTY) instanceof DeadLetters deadLetters) {
      return deadLetters;
    }
    throw new IllegalStateException(
        "the stream has no dead letters: make its properties with StreamsSettings");
  }

  /** The topics of letters. */
  Set<String> topics() {
    return written.keySet();
  }

  /** How many letters were made for a topic; those of a transaction that is repeated count anew. */
  long written(String topic) {
    return letters(topic).sum();
  }

  /**
   * The dead letter of a record, of the time at which it is sent: one of the record's own time
   * would be deleted with the letters of that time.
   *
   * @param key the key's bytes as they were read
   * @param value the value's bytes as they were read
   * @param context where the record came from
   * @param cause why it could not be processed
   */
  ProducerRecord<byte[], byte[]> letter(
      byte @Nullable [] key,
      byte @Nullable [] value,
      ErrorHandlerContext context,
      Throwable cause) {
    Headers headers = new RecordHeaders(context.headers().toArray());
    DeadLetterHeaders.locate(
        headers, context.topic(), context.partition(), context.offset(), context.timestamp());
    DeadLetterHeaders.describe(headers, RepeatedFailure.itself(cause));
    DeadLetterHeaders.count(headers, RepeatedFailure.attempts(cause));
    String topic = topics.getOrDefault(context.topic(), otherwise);
    letters(topic).increment();
    return new ProducerRecord<>(
        topic, null, key, DeadLetterHeaders.fitted(headers, key, value), headers);
  }

  private LongAdder letters(String topic) {
    return Objects.requireNonNull(written.get(topic), topic);
  }
}
