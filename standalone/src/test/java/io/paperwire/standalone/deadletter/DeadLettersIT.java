package io.paperwire.standalone.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.embedded.Backend;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.standalone.deadletter.Replay.LeftOut;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@UseBackends(Backend.KAFKA)
final class DeadLettersIT {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final LetterFilter ALL =
      new LetterFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final String servers;
  private final String prefix = UUID.randomUUID() + ".";
  private final String origin = prefix + "paper-events";
  private final DeadLetters letters;

  DeadLettersIT(Backends backends) {
    servers = backends.bootstrapServers();
    letters = new DeadLetters(KafkaSettings.at(servers), prefix);
  }

  @BeforeEach
  void setAside() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      // What is replayed is as old as it was; the letters are not.
      NewTopic keeping =
          new NewTopic(origin, 3, (short) 1).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
      admin.createTopics(List.of(keeping, new NewTopic(origin + ".dlq", 2, (short) 1))).all().get();
    }
    try (var producer = producer()) {
      producer
          .send(letter("a:1", new byte[] {0, 1, 2}, 2, NOON, new IllegalStateException("odd")))
          .get();
      producer
          .send(
              letter(
                  "a:2",
                  new byte[] {3},
                  1,
                  NOON.plusSeconds(60),
                  new ArithmeticException("/ by zero")))
          .get();
    }
  }

  @Test
  void shouldFilterByTopicKeyErrorAndTime() {
    assertThat(keys(ALL)).containsExactlyInAnyOrder("a:1", "a:2");
    assertThat(letters.list(ALL)).extracting(DeadLetter::attempts).containsOnly(Optional.of(3));
    assertThat(keys(filter(origin, null, null))).hasSize(2);
    assertThat(keys(filter(origin + ".dlq", null, null))).hasSize(2);
    assertThat(keys(filter(prefix + "other", null, null))).isEmpty();
    assertThat(letters.hasTopic(origin)).isTrue();
    assertThat(letters.hasTopic(prefix + "other")).isFalse();
    assertThat(keys(filter(null, "a:2", null))).containsExactly("a:2");
    assertThat(keys(filter(null, null, "arithmetic"))).containsExactly("a:2");
    assertThat(keys(filter(null, null, "ODD"))).containsExactly("a:1");
    Optional<Instant> later = Optional.of(NOON.plusSeconds(60));
    assertThat(
            keys(
                new LetterFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), later, Optional.empty())))
        .containsExactly("a:2");
    assertThat(
            keys(
                new LetterFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), later)))
        .containsExactly("a:1");
  }

  @Test
  void shouldSendTheSameBytesToTheSamePartitionOnce() {
    assertThat(letters.plan(ALL).letters()).extracting(DeadLetter::key).contains("a:1", "a:2");
    assertThat(letters.replay(filter(null, "a:1", null)).letters()).hasSize(1);
    Replay rest = letters.replay(ALL);
    assertThat(rest.letters()).extracting(DeadLetter::key).containsExactly("a:2");
    assertThat(rest.leftOut()).containsExactly(Map.entry(LeftOut.REPLAYED, 1));
    assertThat(letters.replay(ALL)).isEqualTo(new Replay(List.of(), Map.of(LeftOut.REPLAYED, 2)));

    List<ConsumerRecord<byte[], byte[]>> replayed = read(origin);
    assertThat(replayed)
        .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
        .containsExactlyInAnyOrder("a:1", "a:2");
    ConsumerRecord<byte[], byte[]> first =
        replayed.stream().filter(record -> record.value().length == 3).findFirst().orElseThrow();
    assertThat(first.value()).containsExactly(0, 1, 2);
    assertThat(first.partition()).isEqualTo(2);
    assertThat(first.timestamp()).isEqualTo(NOON.toEpochMilli());
    assertThat(first.headers())
        .extracting(
            header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
        .containsExactly("trace=7");
    assertThat(letters.list(ALL)).hasSize(2).allMatch(DeadLetter::replayed);
  }

  /** An old record behind a newer one of its key would undo what happened since. */
  @Test
  void shouldLeaveOutWhatATopicHasALaterRecordOf() throws Exception {
    String kept = prefix + "enriched-papers";
    create(kept, kept + ".dlq");
    try (var producer = producer()) {
      for (String key : List.of("old", "other", "old", "newest")) {
        producer.send(new ProducerRecord<>(kept, 0, bytes(key), new byte[] {9})).get();
      }
      producer.send(letterOf(kept, "old", 0, new byte[] {1})).get();
      producer.send(letterOf(kept, "old", 2, new byte[] {2})).get();
      producer.send(letterOf(kept, "newest", 3, new byte[] {3})).get();
    }

    Replay planned = letters.plan(filter(kept, null, null));
    Replay replay = letters.replay(filter(kept, null, null));

    assertThat(planned.leftOut()).isEqualTo(replay.leftOut());
    assertThat(planned.letters()).hasSameSizeAs(replay.letters());
    assertThat(replay.letters())
        .extracting(DeadLetter::key, letter -> letter.originOffset().orElseThrow())
        .containsExactly(tuple("old", 2L), tuple("newest", 3L));
    assertThat(replay.leftOut()).containsExactly(Map.entry(LeftOut.SUPERSEDED, 1));
    assertThat(read(kept)).extracting(record -> record.value()[0]).contains((byte) 2, (byte) 3);
  }

  @Test
  void shouldLeaveOutWhatNobodyReadsOrIsCut() throws Exception {
    try (var producer = producer()) {
      for (String gone : List.of(prefix + "gone", prefix + "match-4-papers-to-all-repartition")) {
        producer.send(to(origin, letterOf(gone, "x", 0, new byte[] {1}))).get();
      }
      create(prefix + "match-4-papers-to-all-repartition");
      ProducerRecord<byte[], byte[]> cut = letterOf(origin, "cut", 0, new byte[] {1});
      DeadLetterHeaders.put(cut.headers(), DeadLetterHeaders.SIZE, "2000000");
      producer.send(cut).get();
    }

    Replay replay = letters.replay(ALL);

    assertThat(replay.letters()).extracting(DeadLetter::key).containsOnly("a:1", "a:2");
    assertThat(replay.leftOut())
        .containsOnly(Map.entry(LeftOut.UNREAD, 2), Map.entry(LeftOut.CUT, 1));
  }

  @Test
  void shouldTouchNothingOfAnotherDeployment() throws Exception {
    String staging = prefix + "staging-paper-events";
    create(staging, staging + ".dlq");
    try (var producer = producer()) {
      producer.send(letterOf(staging, "theirs", 0, new byte[] {1})).get();
    }

    assertThat(keys(ALL)).containsOnly("a:1", "a:2");
    assertThat(letters.replay(ALL).letters()).hasSize(2);
    assertThat(read(staging)).isEmpty();
  }

  private void create(String... topics) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .createTopics(
              Stream.of(topics)
                  .map(
                      name ->
                          new NewTopic(name, 1, (short) 1)
                              .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")))
                  .toList())
          .all()
          .get();
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> letterOf(
      String topic, String key, long offset, byte[] value) {
    var headers = new RecordHeaders();
    DeadLetterHeaders.locate(headers, topic, 0, offset, NOON.toEpochMilli());
    DeadLetterHeaders.describe(headers, new IllegalStateException("odd"));
    return new ProducerRecord<>(topic + ".dlq", null, bytes(key), value, headers);
  }

  private static ProducerRecord<byte[], byte[]> to(
      String topic, ProducerRecord<byte[], byte[]> letter) {
    return new ProducerRecord<>(
        topic + ".dlq", null, letter.key(), letter.value(), letter.headers());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> keys(LetterFilter filter) {
    return letters.list(filter).stream().map(DeadLetter::key).toList();
  }

  private static LetterFilter filter(
      @Nullable String topic, @Nullable String key, @Nullable String error) {
    return new LetterFilter(
        Optional.ofNullable(topic),
        Optional.ofNullable(key),
        Optional.ofNullable(error),
        Optional.empty(),
        Optional.empty());
  }

  private ProducerRecord<byte[], byte[]> letter(
      String key, byte[] value, int partition, Instant at, RuntimeException error) {
    var headers = new RecordHeaders();
    headers.add("trace", "7".getBytes(StandardCharsets.UTF_8));
    DeadLetterHeaders.locate(headers, origin, partition, 41, at.toEpochMilli());
    DeadLetterHeaders.describe(headers, error);
    DeadLetterHeaders.count(headers, 3);
    return new ProducerRecord<>(
        origin + ".dlq", null, key.getBytes(StandardCharsets.UTF_8), value, headers);
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }
}
