package io.paperwire.standalone.deadletter;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.standalone.deadletter.DeadLetter.Place;
import io.paperwire.standalone.deadletter.Replay.LeftOut;
import io.paperwire.standalone.input.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The dead-letter topics of a deployment. Failures of the broker come out as KafkaException. */
public final class DeadLetters {

  /** A header of the mark that a letter was replayed: the letter's partition and offset. */
  private static final String REPLAYED = "paperwire.replayed";

  private static final String ERROR_HEADERS = "__streams.errors.";
  private static final int TIMEOUT_MS = 10_000;

  /** So long a stream that was killed may hold a transaction open, behind which marks may lie. */
  private static final Duration TRANSACTION = Duration.ofSeconds(90);

  /** Letters of one transaction, and their bytes. */
  private static final int AT_ONCE = 500;

  private static final int BYTES_AT_ONCE = 16 << 20;

  /** Names and retention are asked of the catalogue, and no schema of this. */
  private static final RegistrySettings NO_REGISTRY = RegistrySettings.at("http://localhost");

  private final KafkaSettings kafka;
  private final TopicCatalogue catalogue;

  /**
   * The dead letters of a deployment.
   *
   * @param kafka what clients of its brokers need
   * @param prefix stands before the name of each of its topics; may be empty
   */
  public DeadLetters(KafkaSettings kafka, String prefix) {
    this.kafka = kafka;
    this.catalogue = TopicCatalogue.of(NO_REGISTRY, prefix);
  }

  /** All letters that a filter lets through, by topic, partition and offset. */
  public List<DeadLetter> list(LetterFilter filter) {
    List<DeadLetter> letters = new ArrayList<>();
    try (var consumer = consumer("read_committed")) {
      for (String topic : topics(consumer)) {
        letters.addAll(read(topic, filter, taker -> WholeTopic.read(consumer, topic, taker)));
      }
    }
    return List.copyOf(letters);
  }

  /** What {@link #replay} would do now. */
  public Replay plan(LetterFilter filter) {
    try (var consumer = consumer("read_committed");
        var admin = Admin.create(kafka.client("paperwire-dlq"))) {
      Origins origins = new Origins(consumer, admin, catalogue);
      return topics(consumer).stream()
          .map(
              topic ->
                  judged(
                      origins,
                      read(topic, filter, taker -> WholeTopic.read(consumer, topic, taker))))
          .reduce(new Replay(List.of(), Map.of()), Replay::and);
    }
  }

  /**
   * Sends the letters that a filter lets through to where they came from, each once, and leaves out
   * those that cannot go there or would undo something.
   */
  public Replay replay(LetterFilter filter) {
    Replay all = new Replay(List.of(), Map.of());
    try (var consumer = consumer("read_committed");
        var admin = Admin.create(kafka.client("paperwire-dlq"))) {
      Origins origins = new Origins(consumer, admin, catalogue);
      for (String topic : topics(consumer)) {
        all = all.and(replay(consumer, origins, topic, filter));
      }
    }
    return all;
  }

  private Replay replay(
      KafkaConsumer<byte[], byte[]> consumer, Origins origins, String topic, LetterFilter filter) {
    try (var producer = producer(topic)) {
      // Before the letters are read: from here on no other replay of this topic can commit.
      producer.initTransactions();
      Map<TopicPartition, Long> ends = ends(topic);
      Replay replay =
          judged(
              origins,
              read(
                  topic,
                  filter,
                  taker -> WholeTopic.readTo(ends, consumer, topic, taker, TRANSACTION)));
      Set<Place> wanted =
          replay.letters().stream().map(DeadLetter::place).collect(Collectors.toSet());
      if (!wanted.isEmpty()) {
        Batches batches = new Batches(producer, partitions(consumer, replay.letters()));
        WholeTopic.readTo(
            ends,
            consumer,
            topic,
            record -> {
              if (wanted.contains(new Place(topic, record.partition(), record.offset()))) {
                batches.add(letter(record, false));
              }
            },
            TRANSACTION);
        batches.send();
      }
      return replay;
    }
  }

  /** Letters on their way, so many at a time. */
  private static final class Batches {

    private final Producer<byte[], byte[]> producer;
    private final Map<String, Integer> partitions;
    private final List<DeadLetter> batch = new ArrayList<>();
    private long bytes;

    /**
     * None yet.
     *
     * @param partitions how many each topic has that letters go to
     */
    Batches(Producer<byte[], byte[]> producer, Map<String, Integer> partitions) {
      this.producer = producer;
      this.partitions = partitions;
    }

    void add(DeadLetter letter) {
      batch.add(letter);
      bytes += letter.record().value() == null ? 0 : letter.record().value().length;
      if (batch.size() == AT_ONCE || bytes >= BYTES_AT_ONCE) {
        send();
      }
    }

    void send() {
      if (batch.isEmpty()) {
        return;
      }
      producer.beginTransaction();
      for (DeadLetter letter : batch) {
        int count = partitions.getOrDefault(letter.origin().orElseThrow(), 0);
        // Committing fails if one of them does.
        Future<RecordMetadata> _ = producer.send(original(letter, count));
        Future<RecordMetadata> _ = producer.send(mark(letter));
      }
      producer.commitTransaction();
      batch.clear();
      bytes = 0;
    }
  }

  private static Map<String, Integer> partitions(
      KafkaConsumer<?, ?> consumer, List<DeadLetter> letters) {
    return letters.stream()
        .flatMap(letter -> letter.origin().stream())
        .distinct()
        .collect(Collectors.toMap(topic -> topic, topic -> consumer.partitionsFor(topic).size()));
  }

  private static Replay judged(Origins origins, List<DeadLetter> letters) {
    Set<String> read = origins.read(letters);
    List<DeadLetter> open =
        letters.stream()
            .filter(letter -> !letter.replayed() && !letter.isCut())
            .filter(letter -> letter.origin().filter(read::contains).isPresent())
            .toList();
    Set<Place> superseded = origins.superseded(open);
    Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    letters.stream()
        .flatMap(letter -> leftOut(letter, read, superseded).stream())
        .forEach(why -> leftOut.merge(why, 1, Integer::sum));
    return new Replay(
        open.stream().filter(letter -> !superseded.contains(letter.place())).toList(), leftOut);
  }

  private static Optional<LeftOut> leftOut(
      DeadLetter letter, Set<String> read, Set<Place> superseded) {
    if (letter.origin().isEmpty()) {
      return Optional.of(LeftOut.INPUT);
    }
    if (letter.replayed()) {
      return Optional.of(LeftOut.REPLAYED);
    }
    if (letter.isCut()) {
      return Optional.of(LeftOut.CUT);
    }
    if (!read.contains(letter.origin().get())) {
      return Optional.of(LeftOut.UNREAD);
    }
    return superseded.contains(letter.place()) ? Optional.of(LeftOut.SUPERSEDED) : Optional.empty();
  }

  /** The record as it was read. */
  private static ProducerRecord<byte[], byte[]> original(DeadLetter letter, int partitions) {
    Headers headers = new RecordHeaders();
    for (Header header : letter.record().headers()) {
      if (!header.key().startsWith(ERROR_HEADERS)
          && !header.key().equals(DeadLetterHeaders.ATTEMPTS)
          && !header.key().equals(DeadLetterHeaders.TIMESTAMP)) {
        headers.add(header);
      }
    }
    // A topic that has fewer partitions by now is left to find one for the key.
    Optional<Integer> partition = letter.originPartition().filter(number -> number < partitions);
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
    try (var consumer = consumer("read_committed")) {
      return consumer.listTopics().containsKey(name);
    }
  }

  private List<String> topics(KafkaConsumer<byte[], byte[]> consumer) {
    Set<String> there = consumer.listTopics().keySet();
    return catalogue.all().stream()
        .map(topic -> TopicCatalogue.deadLetters(topic).name())
        .filter(there::contains)
        .sorted()
        .toList();
  }

  /** Where a topic ends, what is not committed included. */
  private Map<TopicPartition, Long> ends(String topic) {
    try (var consumer = consumer("read_uncommitted")) {
      return consumer.endOffsets(WholeTopic.partitions(consumer, topic));
    }
  }

  /** Reads records. */
  @FunctionalInterface
  private interface Reader {
    void read(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> taker);
  }

  /** The letters of a topic that a filter lets through, without their bytes. */
  private static List<DeadLetter> read(String topic, LetterFilter filter, Reader reader) {
    List<DeadLetter> letters = new ArrayList<>();
    Set<Place> replayed = new HashSet<>();
    reader.read(
        record -> {
          Header mark = record.headers().lastHeader(REPLAYED);
          if (mark != null) {
            replayed.add(place(topic, new String(mark.value(), StandardCharsets.UTF_8)));
          } else {
            DeadLetter letter = letter(record, true);
            if (filter.matches(letter)) {
              letters.add(letter);
            }
          }
        });
    return letters.stream()
        .map(
            letter ->
                new DeadLetter(letter.place(), letter.record(), replayed.contains(letter.place())))
        .toList();
  }

  /**
   * A letter.
   *
   * @param light without what takes most room: there may be tens of thousands
   */
  private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record, boolean light) {
    Place place = new Place(record.topic(), record.partition(), record.offset());
    if (!light) {
      return new DeadLetter(place, record, false);
    }
    Headers headers = new RecordHeaders(record.headers().toArray());
    headers.remove(DeadLetterHeaders.STACKTRACE);
    return new DeadLetter(
        place,
        new ConsumerRecord<>(
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.timestampType(),
            0,
            0,
            record.key(),
            new byte[0],
            headers,
            record.leaderEpoch()),
        false);
  }

  /** Reads what {@link #position} wrote. */
  private static Place place(String topic, String position) {
    int at = position.indexOf('@');
    return new Place(
        topic,
        Integer.parseInt(position.substring(0, at)),
        Long.parseLong(position.substring(at + 1)));
  }

  private static String position(int partition, long offset) {
    return partition + "@" + offset;
  }

  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    Map<String, Object> settings = kafka.client("paperwire-dlq");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
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
