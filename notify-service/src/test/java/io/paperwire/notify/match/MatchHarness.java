package io.paperwire.notify.match;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.paperwire.deployment.KafkaSettings;
import io.paperwire.notify.digest.DigestLimits;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker, and with a clock that stands until a test moves it. */
final class MatchHarness implements AutoCloseable {

  static final MatchSettings SETTINGS =
      new MatchSettings(
          1,
          Duration.ofMillis(200),
          100,
          new DigestLimits(3, 800_000),
          Duration.ofMinutes(15),
          Duration.ofDays(180),
          Duration.ofDays(2));

  private final TopicCatalogue topics;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, EnrichedPaper> papers;
  private final TestInputTopic<String, SubscriberInterests> interests;
  private final TestOutputTopic<String, Digest> digests;
  private Instant now;

  MatchHarness(Instant start) {
    this(start, SETTINGS);
  }

  MatchHarness(Instant start, MatchSettings settings) {
    String scope = UUID.randomUUID().toString();
    this.topics = TopicCatalogue.of(RegistrySettings.at("mock://" + scope));
    new SchemaProvisioner(MockSchemaRegistry.getClientForScope(scope)).register(topics.all());
    this.now = start;
    StreamDefinition stream =
        stream(settings, topics, () -> TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli()));
    this.driver = new TopologyTestDriver(stream.topology(), properties(stream), start);
    this.papers = input(topics.enrichedPapers());
    this.interests = input(topics.interests());
    this.digests =
        driver.createOutputTopic(
            topics.digests().name(),
            topics.digests().keySerde().deserializer(),
            topics.digests().valueSerde().deserializer());
  }

  /**
   * The stream of a clock that stands still while something is done: all that is due is done in one
   * go, on the slowest machine too.
   */
  static StreamDefinition stream(
      MatchSettings settings, TopicCatalogue topics, LongSupplier nanos) {
    return MatchTopology.create(
        settings, topics, TestVocabulary.small(), streams().topologyConfig(), new Unheard(), nanos);
  }

  private static Properties properties(StreamDefinition stream) {
    Properties properties = streams().properties(stream.deadLetters());
    // The driver forgets what a transaction sent before it processed a record.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    return properties;
  }

  private static StreamsSettings streams() {
    return new StreamsSettings(
        "match-test",
        KafkaSettings.at("nowhere:9092"),
        Path.of("target", "match-test-" + UUID.randomUUID()),
        1,
        Duration.ofMillis(100),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        1);
  }

  private <V> TestInputTopic<String, V> input(Topic<String, V> topic) {
    return driver.createInputTopic(
        topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
  }

  Instant now() {
    return now;
  }

  /** A paper is published now. */
  void publish(EnrichedPaper.Builder paper) {
    publish(paper, now);
  }

  /** A paper reaches the topology now that was published at another time. */
  void publish(EnrichedPaper.Builder paper, Instant at) {
    papers.pipeInput(paper.getPaperId(), paper.build(), at);
  }

  /** A paper of the past reaches the topology now. */
  void publishBacklog(EnrichedPaper.Builder paper) {
    TestRecord<String, EnrichedPaper> record =
        new TestRecord<>(paper.getPaperId(), paper.build(), now);
    BacklogHeader.mark(record.headers());
    papers.pipeInput(record);
  }

  void delete(String paperId) {
    papers.pipeInput(new TestRecord<>(paperId, null, now));
  }

  void subscribe(SubscriberInterests.Builder subscriber) {
    interests.pipeInput(subscriber.getSubscriberId(), subscriber.build(), now);
  }

  void unsubscribe(String subscriberId) {
    interests.pipeInput(new TestRecord<>(subscriberId, null, now));
  }

  /** Bytes reach a topic that no serializer of the catalogue has written. */
  void send(Topic<?, ?> topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value, now);
  }

  /** The bytes of a subscriber's record. */
  byte[] bytes(SubscriberInterests.Builder subscriber) {
    return topics
        .interests()
        .valueSerde()
        .serializer()
        .serialize(topics.interests().name(), subscriber.build());
  }

  /** Goes by step by step, as a clock does: what comes due on the way is done on the way. */
  void advance(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      Duration left = Duration.between(now, end);
      Duration step = Collections.min(List.of(left, step(left)));
      now = now.plus(step);
      driver.advanceWallClockTime(step);
    }
  }

  /** Small ones before the moment that a test is about. */
  private static Duration step(Duration left) {
    return Stream.of(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofSeconds(1))
        .filter(step -> left.compareTo(step.multipliedBy(2)) > 0)
        .findFirst()
        .orElse(Duration.ofMillis(50));
  }

  void advanceTo(String moment) {
    advance(Duration.between(now, Instant.parse(moment)));
  }

  /** The digests since the last call. */
  List<Digest> digests() {
    return digests.readValuesToList();
  }

  /** The ids of the papers of each digest since the last call. */
  List<List<String>> digestedPapers() {
    return digests().stream()
        .map(digest -> digest.getItems().stream().map(item -> item.getPaperId()).toList())
        .toList();
  }

  List<TestRecord<byte[], byte[]>> deadLetters(Topic<?, ?> topic) {
    return driver
        .createOutputTopic(
            TopicCatalogue.deadLetters(topic).name(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())
        .readRecordsToList();
  }

  TopicCatalogue topics() {
    return topics;
  }

  /** How many papers of the past are not matched yet. */
  long waitingPapers() {
    return entries("held") + entries("backlog");
  }

  /** How many entries a store has. */
  long entries(String store) {
    long count = 0;
    try (KeyValueIterator<Object, Object> entries = driver.getKeyValueStore(store).all()) {
      while (entries.hasNext()) {
        entries.next();
        count++;
      }
    }
    return count;
  }

  @Override
  public void close() {
    driver.close();
  }
}
