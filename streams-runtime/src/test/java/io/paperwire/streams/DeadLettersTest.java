package io.paperwire.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that copies, and three ways in which a record can go wrong in it. */
final class DeadLettersTest {

  private static final Topic<String, String> LEFT = topic("left");
  private static final Topic<String, String> RIGHT = topic("right");

  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set by start
  private TopologyTestDriver driver;

  @SuppressWarnings("NullAway.Init") // set by start
  private DeadLetters letters;

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldPassOnWhatIsGood() {
    start();

    input("left").pipeInput("k", "good");

    assertThat(output("copies").readValuesToList()).containsExactly("good");
    assertThat(output("left.dlq").isEmpty()).isTrue();
  }

  @Test
  void shouldSetAsideWhatCannotBeReadAndGoOn() {
    start();

    input("right").pipeInput(record("unreadable"));
    input("right").pipeInput(record("good"));

    assertThat(output("copies").readValuesToList()).containsExactly("good");
    assertLetter("right", "unreadable", SerializationException.class, "bad bytes");
  }

  @Test
  void shouldSetAsideWhatFailsInAProcessorAndGoOn() {
    start();

    input("left").pipeInput(record("failing"));
    input("left").pipeInput(record("good"));

    assertThat(output("copies").readValuesToList()).containsExactly("good");
    assertLetter("left", "failing", IllegalStateException.class, "cannot process");
  }

  @Test
  void shouldCountLettersByTheirTopic() {
    start();

    input("left").pipeInput(record("failing"));
    input("right").pipeInput(record("unreadable"));
    input("right").pipeInput(record("failing"));
    input("right").pipeInput(record("good"));

    assertThat(letters.topics()).containsExactlyInAnyOrder("left.dlq", "right.dlq");
    assertThat(letters.written("left.dlq")).isEqualTo(1);
    assertThat(letters.written("right.dlq")).isEqualTo(2);
  }

  @Test
  void shouldSetNothingAsideIfTheFaultPasses() {
    start();

    input("left").pipeInput(record("failing once"));

    assertThat(output("copies").readValuesToList()).containsExactly("failing once");
    assertThat(output("left.dlq").isEmpty()).isTrue();
  }

  @Test
  void shouldSetAsideOnceWhatFailsHoweverOftenItIsTriedAndSayHowOften() {
    start();

    input("left").pipeInput(record("failing always"));
    input("left").pipeInput(record("good"));

    assertThat(output("copies").readValuesToList()).containsExactly("good");
    assertLetter("left", "failing always", IllegalStateException.class, "cannot process", 3);
  }

  @Test
  void shouldSetAsideWhoseResultCannotBeWrittenAndGoOn() {
    start();

    input("left").pipeInput(record("unwritable"));
    input("left").pipeInput(record("good"));

    assertThat(output("copies").readValuesToList()).containsExactly("good");
    assertLetter("left", "unwritable", SerializationException.class, "a field is null");
  }

  @Test
  void shouldFailWhileTheRegistryIsOutAndSetNothingAside() {
    start();

    assertThatThrownBy(() -> input("left").pipeInput("k", "registry-out"))
        .isInstanceOf(StreamsException.class)
        .hasRootCauseInstanceOf(ConnectException.class);
    assertThat(output("left.dlq").isEmpty()).isTrue();
  }

  @Test
  void shouldFailWhileASchemaIsNotRegisteredAndSetNothingAside() {
    start();

    assertThatThrownBy(() -> input("left").pipeInput("k", "unregistered"))
        .isInstanceOf(StreamsException.class)
        .hasRootCauseInstanceOf(RestClientException.class);
    assertThat(output("left.dlq").isEmpty()).isTrue();
  }

  @Test
  void shouldFailIfAResultWasRefusedAndSetNothingAside() {
    start();

    assertThatThrownBy(() -> input("left").pipeInput("k", "refused"))
        .isInstanceOf(StreamsException.class)
        .hasRootCauseInstanceOf(RecordTooLargeException.class);
    assertThat(output("left.dlq").isEmpty()).isTrue();
  }

  private void assertLetter(String topic, String value, Class<?> failure, String message) {
    assertLetter(topic, value, failure, message, 1);
  }

  private void assertLetter(
      String topic, String value, Class<?> failure, String message, int attempts) {
    List<TestRecord<String, String>> letters = output(topic + ".dlq").readRecordsToList();
    assertThat(letters).hasSize(1);
    TestRecord<String, String> letter = letters.getFirst();
    assertThat(letter.key()).isEqualTo("k");
    assertThat(letter.value()).isEqualTo(value);
    assertThat(letter.timestamp()).as("the producer's, or it would be deleted at once").isNull();
    Headers headers = letter.headers();
    assertThat(text(headers, "trace")).isEqualTo("t1");
    assertThat(text(headers, DeadLetterHeaders.TOPIC)).isEqualTo(topic);
    assertThat(text(headers, DeadLetterHeaders.PARTITION)).isEqualTo("0");
    assertThat(text(headers, DeadLetterHeaders.OFFSET)).isEqualTo("0");
    assertThat(text(headers, DeadLetterHeaders.TIMESTAMP))
        .isEqualTo(Long.toString(LONG_AGO.toEpochMilli()));
    assertThat(text(headers, DeadLetterHeaders.EXCEPTION)).isEqualTo(failure.getName());
    assertThat(text(headers, DeadLetterHeaders.MESSAGE)).isEqualTo(message);
    assertThat(text(headers, DeadLetterHeaders.STACKTRACE)).contains("DeadLettersTest");
    assertThat(text(headers, DeadLetterHeaders.ATTEMPTS)).isEqualTo(Integer.toString(attempts));
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static TestRecord<String, String> record(String value) {
    Headers headers = new RecordHeaders().add("trace", "t1".getBytes(StandardCharsets.UTF_8));
    return new TestRecord<>("k", value, headers, LONG_AGO);
  }

  private void start() {
    Topology topology = new Topology();
    topology.addSource("left-source", new StringDeserializer(), new Reading(), "left");
    topology.addSource("right-source", new StringDeserializer(), new Reading(), "right");
    topology.addProcessor("copy", Copy::new, "left-source", "right-source");
    topology.addSink("copies-sink", "copies", new StringSerializer(), new Writing(), "copy");
    StreamsSettings settings =
        new StreamsSettings(
            "copier",
            KafkaSettings.at("nowhere:9092"),
            folder,
            1,
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            1);
    StreamDefinition stream = new StreamDefinition(topology, List.of(LEFT, RIGHT), List.of());
    letters = stream.deadLetters();
    Properties properties = settings.properties(letters);
    // The driver forgets what a transaction sent before it processed a record.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(topology, properties);
  }

  private TestInputTopic<String, String> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new StringSerializer());
  }

  private TestOutputTopic<String, String> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new StringDeserializer());
  }

  private static Topic<String, String> topic(String name) {
    return new Topic<>(name, Serdes.String(), Serdes.String(), Optional.empty(), Retention.days(1));
  }

  private static final class Reading implements Deserializer<String> {
    @Override
    public String deserialize(String topic, byte[] data) {
      String text = new String(data, StandardCharsets.UTF_8);
      return switch (text) {
        case "unreadable" -> throw new SerializationException("bad bytes");
        case "registry-out" ->
            throw new SerializationException("no schema", new ConnectException("refused"));
        default -> text;
      };
    }
  }

  private static final class Copy extends ContextualProcessor<String, String, String, String> {

    private final Attempts attempts = new Attempts(3, _ -> {});
    private int tried;

    @Override
    public void process(Record<String, String> record) {
      if (record.value().equals("failing")) {
        throw new IllegalStateException("cannot process");
      }
      if (record.value().equals("refused")) {
        // As forwarding a record does once the producer has refused this or an earlier one.
        throw new StreamsException("cannot send", new RecordTooLargeException("2 MB"));
      }
      String copy = attempts.at(() -> copied(record.value()));
      context().forward(record.withValue(copy));
    }

    private String copied(String text) {
      tried++;
      if (text.equals("failing always") || (text.equals("failing once") && tried == 1)) {
        throw new IllegalStateException("cannot process");
      }
      return text;
    }
  }

  private static final class Writing implements Serializer<String> {
    @Override
    public byte[] serialize(String topic, String data) {
      return switch (data) {
        case "unwritable" -> throw new SerializationException("a field is null");
        case "unregistered" ->
            throw new SerializationException(
                "no id", new RestClientException("no subject", 404, 40401));
        default -> data.getBytes(StandardCharsets.UTF_8);
      };
    }
  }
}
