package io.paperwire.notify.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.process.ChildProcess;
import io.paperwire.embedded.process.JavaProgram;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.catalogue.BacklogHeader;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Processes with the role match, and what a test writes to them and reads from them. */
final class MatchInstances implements AutoCloseable {

  private static final JavaProgram PROGRAM =
      new JavaProgram(
          Path.of("target", "app", "notify-service.jar").toAbsolutePath(),
          List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
          List.of(),
          false);

  static final Duration LIMIT = Duration.ofMinutes(2);
  static final int PARTITIONS = 2;

  private final Backends backends;
  private final String prefix;
  private final Path folder;
  private final TopicCatalogue topics;
  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, Digest> consumer;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, ChildProcess> running = new HashMap<>();
  private final Map<String, Integer> ports = new HashMap<>();
  private final List<Digest> digests = new ArrayList<>();
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  /**
   * No process yet.
   *
   * @param name stands before all names on the broker
   * @param folder takes state and logs
   */
  MatchInstances(Backends backends, String name, Path folder) {
    this.backends = backends;
    this.prefix = name + "-";
    this.folder = folder;
    this.topics = TopicCatalogue.of(RegistrySettings.at(backends.registryUrl()), prefix);
    Map<String, Object> client = Map.of("bootstrap.servers", backends.bootstrapServers());
    this.admin = Admin.create(client);
    this.producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
    Map<String, Object> reading = new HashMap<>(client);
    reading.put("isolation.level", "read_committed");
    reading.put("auto.offset.reset", "earliest");
    this.consumer =
        new KafkaConsumer<>(
            reading,
            topics.digests().keySerde().deserializer(),
            topics.digests().valueSerde().deserializer());
    consumer.assign(
        IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topics.digests().name(), partition))
            .toList());
  }

  TopicCatalogue topics() {
    return topics;
  }

  /** Starts an instance; one of the same name takes up the state that it left. */
  void start(String instance) {
    int port = LoopbackPort.free();
    Map<String, String> environment =
        Map.of(
            "MICRONAUT_SERVER_PORT", Integer.toString(port),
            "PAPERWIRE_ROLES", "match",
            "PAPERWIRE_DATABASE_ENABLED", "false",
            "KAFKA_BOOTSTRAP_SERVERS", backends.bootstrapServers(),
            "PAPERWIRE_REGISTRY_URL", backends.registryUrl(),
            "PAPERWIRE_TOPICS_PREFIX", prefix,
            "PAPERWIRE_MATCH_PATIENCE", "1s",
            "PAPERWIRE_TOPICS_PARTITIONS", Integer.toString(PARTITIONS),
            "PAPERWIRE_STREAMS_STATE_DIRECTORY", folder.resolve(instance).toString());
    ports.put(instance, port);
    running.put(
        instance,
        ChildProcess.start(instance, PROGRAM, environment, folder.resolve(instance + ".log")));
  }

  /** Waits until an instance says that it processes records. */
  void awaitUp(String instance) throws InterruptedException {
    URI health = URI.create("http://127.0.0.1:" + ports.get(instance) + "/health");
    process(instance).awaitReady(() -> isUp(health), LIMIT);
  }

  private boolean isUp(URI health) throws InterruptedException {
    try {
      return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends an instance with SIGKILL. */
  void kill(String instance) throws InterruptedException {
    process(instance).kill();
  }

  /** Asks an instance to stop, and waits until it has. */
  void stop(String instance) {
    process(instance).close();
  }

  private ChildProcess process(String instance) {
    return Objects.requireNonNull(running.get(instance));
  }

  <V> void send(Topic<String, V> topic, String key, @Nullable V value) {
    send(topic, key, topic.valueSerde().serializer().serialize(topic.name(), value));
  }

  /** Sends a record that is marked as one of the past. */
  <V> void sendOfThePast(Topic<String, V> topic, String key, V value) {
    byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.name(), key, bytes);
    BacklogHeader.mark(record.headers());
    sent.add(producer.send(record));
  }

  void send(Topic<?, ?> topic, String key, byte[] value) {
    sent.add(producer.send(new ProducerRecord<>(topic.name(), key, value)));
  }

  /** Waits until the instances have read a topic to its end. */
  void awaitRead(Topic<?, ?> topic) {
    awaitSent();
    await().atMost(LIMIT).until(() -> isRead(topic));
  }

  private void awaitSent() {
    producer.flush();
    assertThat(sent).allSatisfy(each -> assertThat(each).succeedsWithin(Duration.ZERO));
    sent.clear();
  }

  private boolean isRead(Topic<?, ?> topic) {
    List<TopicPartition> partitions =
        IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .toList();
    String group = prefix + "match-5";
    try {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin
              .listStreamsGroupOffsets(
                  Map.of(group, new ListStreamsGroupOffsetsSpec().topicPartitions(partitions)))
              .partitionsToOffsetAndMetadata(group)
              .get();
      return admin
          .listOffsets(
              partitions.stream()
                  .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
          .all()
          .get()
          .entrySet()
          .stream()
          .allMatch(end -> offset(read.get(end.getKey())) == end.getValue().offset());
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long offset(@Nullable OffsetAndMetadata read) {
    return read == null ? 0 : read.offset();
  }

  /** All digests so far. */
  List<Digest> digests() {
    awaitSent();
    for (ConsumerRecord<String, Digest> record : consumer.poll(Duration.ofMillis(100))) {
      digests.add(record.value());
    }
    return digests;
  }

  @Override
  public void close() {
    running.values().forEach(ChildProcess::close);
    consumer.close();
    producer.close();
    admin.close();
    http.close();
  }
}
