package io.paperwire.standalone.deadletter;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.standalone.deadletter.DeadLetter.Place;
import io.paperwire.standalone.input.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The dead-letter topics of a deployment. Failures of the broker come out as KafkaException. */
public final class DeadLetters {

  private static final String SUFFIX = ".dlq";

  /** A header of the mark that a letter was replayed: the letter's partition and offset. */
  private static final String REPLAYED = "paperwire.replayed";

  private static final String ERROR_HEADERS = "__streams.errors.";
  private static final int TIMEOUT_MS = 10_000;

  /** Letters of one transaction. */
  private static final int AT_ONCE = 500;

  private final KafkaSettings kafka;
  private final String prefix;

  /**
   * The dead letters of a deployment.
   *
   * @param kafka what clients of its brokers need
   * @param prefix stands before the name of each of its topics; may be empty
   */
  public DeadLetters(KafkaSettings kafka, String prefix) {
    this.kafka = kafka;
    this.prefix = prefix;
  }

  /** All letters that a filter lets through, by topic, partition and offset. */
  public List<DeadLetter> list(LetterFilter filter) {
    List<DeadLetter> letters = new ArrayList<>();
    try (var consumer = consumer()) {
      for (String topic : topics(consumer)) {
        read(consumer, topic).stream().filter(filter::matches).forEach(letters::add);
      }
    }
    return List.copyOf(letters);
  }

  /**
   * Sends the letters that a filter lets through, and that were not replayed before, to where they
   * came from.
   *
   * @return those that were sent; letters that do not say where they came from stay
   */
  public List<DeadLetter> replay(LetterFilter filter) {
    List<DeadLetter> sent = new ArrayList<>();
    try (var consumer = consumer()) {
      for (String topic : topics(consumer)) {
        sent.addAll(replay(consumer, topic, filter));
      }
    }
    return List.copyOf(sent);
  }

  private List<DeadLetter> replay(
      KafkaConsumer<byte[], byte[]> consumer, String topic, LetterFilter filter) {
    List<DeadLetter> sent = new ArrayList<>();
    try (var producer = producer(topic)) {
      // Before the letters are read: from here on no other replay of this topic can commit.
      producer.initTransactions();
      List<DeadLetter> wanted =
          read(consumer, topic).stream()
              .filter(letter -> !letter.replayed() && letter.origin().isPresent())
              .filter(filter::matches)
              .toList();
      for (int from = 0; from < wanted.size(); from += AT_ONCE) {
        List<DeadLetter> batch = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
        producer.beginTransaction();
        for (DeadLetter letter : batch) {
          // Committing fails if one of them does.
          Future<RecordMetadata> _ =
              producer.send(
                  original(letter, consumer.partitionsFor(letter.origin().orElseThrow())));
          Future<RecordMetadata> _ = producer.send(mark(letter));
        }
        producer.commitTransaction();
        sent.addAll(batch);
      }
    }
    return sent;
  }

  /** The record as it was read. */
  private static ProducerRecord<byte[], byte[]> original(
      DeadLetter letter, List<PartitionInfo> partitions) {
    Headers headers = new RecordHeaders();
    for (Header header : letter.record().headers()) {
      if (!header.key().startsWith(ERROR_HEADERS)
          && !header.key().equals(DeadLetterHeaders.ATTEMPTS)
          && !header.key().equals(DeadLetterHeaders.TIMESTAMP)) {
        headers.add(header);
      }
    }
    // A topic that has fewer partitions by now is left to find one for the key.
    Optional<Integer> partition =
        letter.originPartition().filter(number -> number < partitions.size());
    return new ProducerRecord<>(
        letter.origin().orElseThrow(),
        partition.orElse(null),
        letter.at().toEpochMilli(),
        letter.record().key(),
        letter.record().value(),
        headers);
  }

  private static ProducerRecord<byte[], byte[]> mark(DeadLetter letter) {
    Place place = letter.place();
    Headers headers = new RecordHeaders();
    headers.add(
        REPLAYED, position(place.partition(), place.offset()).getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(
        place.topic(), place.partition(), null, letter.record().key(), null, headers);
  }

  /** Whether a topic of this name is there, whatever it is. */
  public boolean hasTopic(String name) {
    try (var consumer = consumer()) {
      return consumer.listTopics().containsKey(name);
    }
  }

  private List<String> topics(KafkaConsumer<byte[], byte[]> consumer) {
    return new TreeMap<>(consumer.listTopics())
        .keySet().stream()
            .filter(topic -> topic.startsWith(prefix) && topic.endsWith(SUFFIX))
            .toList();
  }

  /** All letters of a topic. */
  private static List<DeadLetter> read(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Set<String> replayed = new HashSet<>();
    WholeTopic.read(
        consumer,
        topic,
        record -> {
          Header mark = record.headers().lastHeader(REPLAYED);
          if (mark == null) {
            records.add(record);
          } else {
            replayed.add(new String(mark.value(), StandardCharsets.UTF_8));
          }
        });
    return records.stream()
        .map(
            record ->
                new DeadLetter(
                    new Place(topic, record.partition(), record.offset()),
                    record,
                    replayed.contains(position(record.partition(), record.offset()))))
        .toList();
  }

  private static String position(int partition, long offset) {
    return partition + "@" + offset;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = kafka.client("paperwire-dlq");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Producer<byte[], byte[]> producer(String topic) {
    Map<String, Object> settings = kafka.client("paperwire-dlq");
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic + "-replay");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
