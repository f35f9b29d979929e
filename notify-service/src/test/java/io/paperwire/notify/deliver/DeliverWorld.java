package io.paperwire.notify.deliver;

import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.embedded.mailbox.Mailbox;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.Reason;
import io.paperwire.schemas.ReasonKind;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The surroundings of one test: topics and a database of its own, subscribers, digests, mails. */
final class DeliverWorld implements AutoCloseable {

  static final Duration LIMIT = Duration.ofMinutes(3);

  private static final int PARTITIONS = 2;

  private final Backends backends;
  private final Mailbox mailbox;
  private final String name;
  private final TopicCatalogue catalogue;
  private final KafkaProducer<byte[], byte[]> producer;

  DeliverWorld(Backends backends, Mailbox mailbox, String name) {
    this.backends = backends;
    this.mailbox = mailbox;
    this.name = name;
    this.catalogue = TopicCatalogue.of(RegistrySettings.at(backends.registryUrl()), name + "-");
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", backends.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** The configuration of an instance with the role deliver. */
  Map<String, Object> configuration() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.port", -1);
    properties.put("paperwire.roles", "deliver");
    properties.put("kafka.bootstrap.servers", backends.bootstrapServers());
    properties.put("paperwire.registry.url", backends.registryUrl());
    properties.put("paperwire.topics.prefix", name + "-");
    properties.put("paperwire.topics.partitions", PARTITIONS);
    properties.put("datasources.default.url", jdbcUrl());
    properties.put("datasources.default.username", backends.databaseUser());
    properties.put("datasources.default.password", backends.databasePassword());
    properties.put("paperwire.mail.smtp.host", mailbox.smtpHost());
    properties.put("paperwire.mail.smtp.port", mailbox.smtpPort());
    properties.put("paperwire.mail.from", "papers@example.org");
    properties.put("paperwire.web.base-url", "https://papers.example.org");
    properties.put("paperwire.deliver.mails-per-second", 1000);
    properties.put("paperwire.token.secret", "a secret that is for these tests only");
    return properties;
  }

  Jdbi jdbi() {
    return Jdbi.create(jdbcUrl(), backends.databaseUser(), backends.databasePassword());
  }

  TopicCatalogue catalogue() {
    return catalogue;
  }

  /** Adds a subscriber as the web role leaves one. */
  UUID subscriber(String address, String state) {
    UUID id = UUID.randomUUID();
    jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into subscribers (id, address, address_key, state, cadence, zone,
                      send_minute, send_day, created_at, confirmed_at, updated_at)
                    values (?, ?, ?, ?, 'daily', 'Europe/Berlin', 480, 1, now(), now(), now())
                    """,
                    id,
                    address,
                    address,
                    state));
    return id;
  }

  void write(Digest digest) {
    Topic<String, Digest> topic = catalogue.digests();
    write(
        digest.getSubscriberId(), topic.valueSerde().serializer().serialize(topic.name(), digest));
  }

  void write(String key, byte[] value) {
    String topic = catalogue.digests().name();
    try {
      producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value)).get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError("nothing can be written to " + topic, failure);
    }
  }

  /** Mails to addresses of this test, in the order of arrival. */
  List<Mail> mails() {
    return mailbox.mails().stream().filter(mail -> mail.to().endsWith(name + ".example")).toList();
  }

  /** How digests stand in the ledger: how many in each state. */
  Map<String, Long> states() {
    return jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select state from deliveries").mapTo(String.class).stream()
                    .collect(Collectors.groupingBy(state -> state, Collectors.counting())));
  }

  /** Waits until all that is on the topic is committed, so that nothing will be read again. */
  void awaitAllCommitted() {
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", backends.bootstrapServers()))) {
      await().atMost(LIMIT).ignoreExceptions().until(() -> lag(admin) == 0);
    }
  }

  private long lag(Admin admin) throws Exception {
    String topic = catalogue.digests().name();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(topic + "-delivery").partitionsToOffsetAndMetadata().get();
    return admin.listOffsets(ends).all().get().entrySet().stream()
        .mapToLong(end -> end.getValue().offset() - offset(committed.get(end.getKey())))
        .sum();
  }

  private static long offset(@Nullable OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  List<DeliveryEvent> events(int atLeast) {
    Topic<String, DeliveryEvent> topic = catalogue.deliveryEvents();
    return records(topic.name(), atLeast).stream()
        .map(record -> topic.valueSerde().deserializer().deserialize(topic.name(), record.value()))
        .toList();
  }

  /** Reads a topic from its beginning until there are so many records. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic, int atLeast) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                backends.bootstrapServers(),
                "group.id",
                name + "-reader-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= atLeast;
              });
    }
    return records;
  }

  static Digest digest(UUID subscriberId, String digestId) {
    return Digest.newBuilder()
        .setDigestId(digestId)
        .setSubscriberId(subscriberId.toString())
        .setCadence(Cadence.DAILY)
        .setWindowStart(Instant.parse("2026-11-22T07:00:00Z"))
        .setWindowEnd(Instant.parse("2026-11-23T07:00:00Z"))
        .setZone("Europe/Berlin")
        .setItems(
            List.of(
                DigestItem.newBuilder()
                    .setPaperId("arxiv:1706.03762")
                    .setTitle("Attention Is All You Need")
                    .setFirstSeenAt(Instant.parse("2026-11-22T18:00:00Z"))
                    .setUrl("https://arxiv.org/abs/1706.03762")
                    .setScore(1)
                    .setReasons(
                        List.of(
                            Reason.newBuilder()
                                .setKind(ReasonKind.TOPIC)
                                .setInterestId("transformers")
                                .setInterest("transformers")
                                .setEvidence("attention")
                                .setScore(0.9)
                                .build()))
                    .build()))
        .build();
  }

  @Override
  public void close() {
    producer.close();
  }

  private String jdbcUrl() {
    return backends.jdbcUrl(name.replace('-', '_'));
  }
}
