package io.paperwire.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.BackendPrograms;
import io.paperwire.embedded.process.LoopbackPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokerProcessIT {

  private static final String TOPIC = "papers";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  @TempDir private Path folder;

  @Test
  void shouldKeepWhatIsCommittedAndOnlyThatWhenItIsKilledAndMovesToAnotherPort() throws Exception {
    try (BrokerProcess broker = start()) {
      createTopic(broker);
      commit(broker, "committed before");
      try (KafkaProducer<String, String> open = transactional(broker)) {
        open.initTransactions();
        open.beginTransaction();
        open.send(new ProducerRecord<>(TOPIC, "never committed")).get();

        broker.kill();
        open.close(Duration.ZERO); // or it would wait for the broker to end its transaction
      }
    }
    assertThat(KilledBroker.left(folder.resolve("log"))).isTrue();
    try (BrokerProcess elsewhere = start()) {
      commit(elsewhere, "committed after");

      assertThat(read(elsewhere, 2)).containsExactly("committed before", "committed after");
    }
    assertThat(KilledBroker.left(folder.resolve("log"))).isFalse();
  }

  private BrokerProcess start() throws InterruptedException {
    BrokerProcess broker =
        BrokerProcess.start(BackendPrograms.built(), folder, LoopbackPort.free());
    broker.awaitReady();
    return broker;
  }

  private static void createTopic(BrokerProcess broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private static void commit(BrokerProcess broker, String value) throws Exception {
    try (KafkaProducer<String, String> producer = transactional(broker)) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(TOPIC, value)).get();
      producer.commitTransaction();
    }
  }

  private static KafkaProducer<String, String> transactional(BrokerProcess broker) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(), "transactional.id", "broker-process"),
        new StringSerializer(),
        new StringSerializer());
  }

  /** Reads until so many values have come, or all that there is has been read. */
  private static List<String> read(BrokerProcess broker, int count) {
    List<String> values = new ArrayList<>();
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", broker.bootstrapServers());
    properties.put("isolation.level", "read_committed");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(PARTITION)).get(PARTITION));
      while (values.size() < count && consumer.position(PARTITION) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          values.add(record.value());
        }
      }
    }
    return values;
  }
}
