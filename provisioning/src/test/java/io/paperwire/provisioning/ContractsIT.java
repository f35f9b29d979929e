package io.paperwire.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.embedded.Backend;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** What the catalogue says and provisioning puts in place, on a real broker and registry. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class ContractsIT {

  private static final int RECORDS = 20;
  private static final long SEED = 7;

  private final Map<String, Object> client;
  private final RegistrySettings registry;
  private final TopicCatalogue catalogue;

  ContractsIT(Backends backends) {
    client = Map.of("bootstrap.servers", backends.bootstrapServers());
    registry = RegistrySettings.at(backends.registryUrl());
    catalogue = TopicCatalogue.of(registry, UUID.randomUUID() + ".");
  }

  @Test
  void shouldCarryEveryRecordUnchanged() throws Exception {
    new SelfProvisioning(client, registry, new TopicSettings(1, 1), catalogue)
        .ensure(catalogue.all());

    for (Topic<String, ? extends SpecificRecord> topic : catalogue.all()) {
      assertCarriesUnchanged(topic);
    }
  }

  @Test
  void shouldNotWriteWhatNobodyRegistered() throws Exception {
    Topic<String, Digest> topic = catalogue.digests();
    Digest digest = samples(topic).getFirst();

    assertThatThrownBy(() -> topic.valueSerde().serializer().serialize(topic.name(), digest))
        .isInstanceOf(SerializationException.class);
  }

  /** Compares texts: Avro's lists cannot compare records with points in time. */
  private <T extends SpecificRecord> void assertCarriesUnchanged(Topic<String, T> topic)
      throws Exception {
    List<T> written = samples(topic);
    write(topic, written);

    assertThat(read(topic))
        .map(Object::toString)
        .isEqualTo(written.stream().map(Object::toString).toList());
  }

  /** Records with random content in every field. */
  private static <T extends SpecificRecord> List<T> samples(Topic<String, T> topic)
      throws IOException {
    Schema schema = topic.valueSchema().orElseThrow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    GenericDatumWriter<Object> writer = new GenericDatumWriter<>(schema);
    for (Object generic : new RandomData(schema, RECORDS, SEED)) {
      writer.write(generic, encoder);
    }
    encoder.flush();
    SpecificDatumReader<T> reader = new SpecificDatumReader<>(schema);
    var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
    List<T> samples = new ArrayList<>();
    while (!decoder.isEnd()) {
      samples.add(reader.read(null, decoder));
    }
    return samples;
  }

  private <T> void write(Topic<String, T> topic, List<T> values) throws Exception {
    try (KafkaProducer<String, T> producer =
        new KafkaProducer<>(
            client, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
      for (T value : values) {
        producer.send(new ProducerRecord<>(topic.name(), "key", value)).get();
      }
    }
  }

  private <T> List<T> read(Topic<String, T> topic) {
    List<T> values = new ArrayList<>();
    try (KafkaConsumer<String, T> consumer =
        new KafkaConsumer<>(
            client, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
      TopicPartition partition = new TopicPartition(topic.name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (consumer.position(partition) < RECORDS) {
        for (ConsumerRecord<String, T> record : consumer.poll(Duration.ofMillis(200))) {
          assertThat(record.key()).isEqualTo("key");
          values.add(record.value());
        }
      }
    }
    return values;
  }
}
