package io.paperwire.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.embedded.Backend;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.provisioning.TopicProvisioner;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.streams.StreamsStatus.Phase;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that copies, with a real broker, through the failures that time heals. */
@UseBackends(Backend.KAFKA)
final class StreamsRuntimeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path state;

  @Test
  void shouldPrepareAsOftenAsItTakes(Backends backends) throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    CountDownLatch seen = new CountDownLatch(1);
    Topic<String, String> from = topic("prepared-from");
    Topic<String, String> to = topic("prepared-to");
    StreamDefinition stream = copy(from, to, new AtomicBoolean());
    Provisioning provisioning =
        _ -> {
          if (attempts.incrementAndGet() < 3) {
            throw new IllegalStateException("not yet");
          }
          seen.await();
          provision(backends, stream.topics());
        };

    try (StreamsRuntime runtime = start(backends, "prepared", stream, provisioning)) {
      await().atMost(PATIENCE).until(() -> runtime.status().problem().isPresent());
      seen.countDown();
      write(backends, from, "one");
      await().atMost(PATIENCE).until(() -> read(backends, to).equals(List.of("one")));
      assertThat(attempts).hasValue(3);
      assertThat(runtime.status().up()).isTrue();
    }
  }

  @Test
  void shouldWaitThroughAnOutageAndLoseNothing(Backends backends) throws Exception {
    AtomicBoolean outage = new AtomicBoolean(true);
    Topic<String, String> from = topic("outage-from");
    Topic<String, String> to = topic("outage-to");
    StreamDefinition stream = copy(from, to, outage);
    provision(backends, stream.topics());

    try (StreamsRuntime runtime =
        start(backends, "outage", stream, Provisioning.leftToOperators())) {
      write(backends, from, "one");
      await().atMost(PATIENCE).until(() -> runtime.status().phase() == Phase.RECOVERING);
      assertThat(runtime.status().problem().orElseThrow()).contains("the registry does not answer");
      assertThat(runtime.status().up()).isFalse();
      outage.set(false);
      write(backends, from, "two");

      await().atMost(PATIENCE).until(() -> read(backends, to).equals(List.of("one", "two")));
    }
  }

  @Test
  void shouldBeStoppedAfterItWasClosed(Backends backends) throws Exception {
    StreamDefinition stream = copy(topic("closed-from"), topic("closed-to"), new AtomicBoolean());
    provision(backends, stream.topics());
    StreamsRuntime runtime = start(backends, "closed", stream, Provisioning.leftToOperators());
    await().atMost(PATIENCE).until(() -> runtime.status().up());

    runtime.close();

    assertThat(runtime.status().phase()).isEqualTo(Phase.STOPPED);
  }

  private StreamsRuntime start(
      Backends backends, String name, StreamDefinition stream, Provisioning provisioning) {
    StreamsSettings settings =
        new StreamsSettings(
            name,
            KafkaSettings.at(backends.bootstrapServers()),
            state,
            1,
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            1);
    StreamsRuntime runtime = new StreamsRuntime(settings, stream, provisioning, _ -> {});
    runtime.start();
    return runtime;
  }

  private static StreamDefinition copy(
      Topic<String, String> from, Topic<String, String> to, AtomicBoolean outage) {
    Topology topology = new Topology();
    topology.addSource(
        "source",
        new StringDeserializer(),
        (name, bytes) -> {
          if (outage.get()) {
            throw new SerializationException(
                "no schema", new ConnectException("the registry does not answer"));
          }
          return new String(bytes, StandardCharsets.UTF_8);
        },
        from.name());
    topology.addSink("sink", to.name(), new StringSerializer(), new StringSerializer(), "source");
    return new StreamDefinition(topology, List.of(from), List.of(to));
  }

  private static void provision(Backends backends, List<Topic<?, ?>> topics)
      throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", backends.bootstrapServers()))) {
      new TopicProvisioner(admin, new TopicSettings(1, 1)).ensure(topics);
    }
  }

  private static void write(Backends backends, Topic<String, String> topic, String value)
      throws Exception {
    try (Producer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", backends.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), value, value)).get();
    }
  }

  private static List<String> read(Backends backends, Topic<String, String> topic) {
    List<String> values = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    try (Consumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                backends.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private static Topic<String, String> topic(String name) {
    return new Topic<>(name, Serdes.String(), Serdes.String(), Optional.empty(), Retention.days(1));
  }
}
