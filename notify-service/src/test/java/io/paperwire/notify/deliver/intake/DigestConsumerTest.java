package io.paperwire.notify.deliver.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.paperwire.notify.deliver.patience.Patience;
import io.paperwire.notify.deliver.patience.Stop;
import io.paperwire.notify.deliver.recipient.Recipient;
import io.paperwire.notify.deliver.sending.DeliveryCounts;
import io.paperwire.notify.deliver.sending.Lanes;
import io.paperwire.notify.deliver.sending.Rehearsal;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.Outage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DigestConsumerTest {

  private static final String SCOPE = "digest-consumer";
  private static final TopicCatalogue CATALOGUE =
      TopicCatalogue.of(RegistrySettings.at("mock://" + SCOPE));
  private static final Topic<String, Digest> DIGESTS = CATALOGUE.digests();
  private static final TopicPartition PARTITION = new TopicPartition(DIGESTS.name(), 0);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Rehearsal world = new Rehearsal();
  private final Stop stop = world.stop;
  private final AtomicLong committed = new AtomicLong();
  private final Lanes lanes = new Lanes(2);
  private final MockConsumer<byte[], byte[]> kafka =
      new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(
            Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
          committed.set(offsets.values().iterator().next().offset());
        }
      };
  private final List<Boolean> settledBeforeLetters = new CopyOnWriteArrayList<>();
  private final MockProducer<byte[], byte[]> deadLetters =
      new MockProducer<>(
          true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer()) {
        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> letter) {
          settledBeforeLetters.add(world.memory.settlement("digest-1").isPresent());
          return super.send(letter);
        }
      };

  @BeforeAll
  static void registerSchemas() {
    new SchemaProvisioner(MockSchemaRegistry.getClientForScope(SCOPE)).register(CATALOGUE.all());
  }

  @AfterEach
  void stop() {
    stop.ask();
  }

  @Test
  void shouldSetAPoisonousRecordAsideAsItWasAndDeliverTheRest() throws InterruptedException {
    byte[] poison = "no digest".getBytes(StandardCharsets.UTF_8);
    onFirstPoll(poison, valid());

    Thread running = run(List.of(kafka));
    await().atMost(LIMIT).until(() -> world.mailbox.size() == 1 && committed.get() == 2);
    stop.ask();
    running.join();

    ProducerRecord<byte[], byte[]> letter = deadLetters.history().getFirst();
    assertThat(deadLetters.history()).hasSize(1);
    assertThat(letter.topic()).isEqualTo("digests.dlq");
    assertThat(letter.key()).isEqualTo(key());
    assertThat(letter.value()).isEqualTo(poison);
    assertThat(header(letter, "origin")).isEqualTo("test");
    assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("digests");
    assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
    assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("0");
    assertThat(header(letter, DeadLetterHeaders.TIMESTAMP)).isEqualTo("1234");
    assertThat(letter.timestamp()).isNull();
    assertThat(header(letter, DeadLetterHeaders.MESSAGE)).isEqualTo("the record is not a digest");
    assertThat(header(letter, DeadLetterHeaders.EXCEPTION)).endsWith("UndeliverableDigest");
    assertThat(header(letter, DeadLetterHeaders.STACKTRACE)).contains("Unknown magic byte");
  }

  @Test
  void shouldCloseNoAccountBeforeTheLetterIsWritten() throws InterruptedException {
    world.recipient = new Recipient.Confirmed("anna@example.net\r\nBcc: x@example.org");
    onFirstPoll(valid());

    Thread running = run(List.of(kafka));
    await().atMost(LIMIT).until(() -> committed.get() == 1);
    stop.ask();
    running.join();

    assertThat(settledBeforeLetters).containsExactly(false);
    assertThat(world.memory.settlement("digest-1")).isPresent();
  }

  /** Such as one of a class that cannot be loaded. */
  @Test
  void shouldSetARecordAsideThatEndsInAnError() throws InterruptedException {
    world.addresses =
        () -> {
          throw new NoClassDefFoundError("Driver");
        };
    onFirstPoll(valid());

    Thread running = run(List.of(kafka));
    await().atMost(LIMIT).until(() -> committed.get() == 1);
    stop.ask();
    running.join();

    assertThat(header(deadLetters.history().getFirst(), DeadLetterHeaders.EXCEPTION))
        .endsWith("NoClassDefFoundError");
  }

  @Test
  void shouldLeaveWhatIsNotFinishedToTheNextStart() throws InterruptedException {
    world.loseServer("connection refused");
    onFirstPoll(valid());

    Thread running = run(List.of(kafka));
    await().atMost(LIMIT).until(() -> lanes.inHand() == 1 && !kafka.paused().isEmpty());
    stop.ask();
    running.join();

    assertThat(world.mailbox).isEmpty();
    assertThat(committed).hasValue(0);
    assertThat(lanes.inHand()).isZero();
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void shouldConnectAnewAfterAFailure() throws InterruptedException {
    MockConsumer<byte[], byte[]> broken = new MockConsumer<>("earliest");
    broken.setPollException(new KafkaException("fenced"));
    CompletableFuture<Void> seen = new CompletableFuture<>();
    kafka.schedulePollTask(seen::join);
    onFirstPoll(valid());
    DigestConsumer consumer = consumer(List.of(broken, kafka));

    Thread running = Thread.ofVirtual().start(consumer::run);
    await().atMost(LIMIT).until(() -> consumer.problem().isPresent());
    assertThat(consumer.problem()).contains("fenced");
    seen.complete(null);
    await().atMost(LIMIT).until(() -> world.mailbox.size() == 1);
    stop.ask();
    running.join();

    assertThat(consumer.problem()).isEmpty();
    assertThat(broken.closed()).isTrue();
  }

  private void onFirstPoll(byte[]... values) {
    kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
    kafka.schedulePollTask(
        () -> {
          kafka.rebalance(List.of(PARTITION));
          for (int offset = 0; offset < values.length; offset++) {
            Headers headers =
                new RecordHeaders().add("origin", "test".getBytes(StandardCharsets.UTF_8));
            kafka.addRecord(
                new ConsumerRecord<>(
                    DIGESTS.name(),
                    0,
                    offset,
                    1234,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    key(),
                    values[offset],
                    headers,
                    Optional.empty()));
          }
        });
  }

  private Thread run(List<Consumer<byte[], byte[]>> connections) {
    return Thread.ofVirtual().start(consumer(connections)::run);
  }

  private DigestConsumer consumer(List<? extends Consumer<byte[], byte[]>> connections) {
    Iterator<? extends Consumer<byte[], byte[]>> next = connections.iterator();
    Patience registry = new Patience("the registry", Outage::keptFromReading, stop);
    return new DigestConsumer(
        DIGESTS.name(),
        next::next,
        new TopicDigestReader(DIGESTS, registry),
        world.deliverer(),
        new DigestDeadLetters(new Outlet(deadLetters, registry), DIGESTS, new DeliveryCounts()),
        lanes,
        world.server,
        stop,
        new IntakeLimits(10, LIMIT));
  }

  private static byte[] key() {
    return Rehearsal.ANNA.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] valid() {
    return DIGESTS.valueSerde().serializer().serialize(DIGESTS.name(), Rehearsal.digest());
  }

  private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
