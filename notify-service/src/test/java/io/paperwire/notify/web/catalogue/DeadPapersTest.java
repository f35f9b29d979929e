package io.paperwire.notify.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class DeadPapersTest {

  @Test
  void shouldKeepTheTimeOfTheRecordBesideThatOfTheLetter() throws InterruptedException {
    MockProducer<byte[], byte[]> producer =
        new MockProducer<>(
            true,
            new RoundRobinPartitioner(),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    TopicCatalogue catalogue = TopicCatalogue.of(RegistrySettings.at("mock://dead-papers"));
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            "enriched-papers",
            0,
            7,
            1234,
            TimestampType.CREATE_TIME,
            0,
            0,
            new byte[] {1},
            new byte[] {2},
            new RecordHeaders(),
            Optional.empty());

    AtomicInteger counted = new AtomicInteger();

    new DeadPapers(producer, catalogue.enrichedPapers(), counted::incrementAndGet)
        .setAside(record, new IllegalStateException("no paper"));

    assertThat(counted).hasValue(1);

    ProducerRecord<byte[], byte[]> letter = producer.history().getFirst();
    assertThat(letter.topic()).isEqualTo("enriched-papers.dlq");
    assertThat(letter.timestamp()).as("the producer's, from which on it is kept").isNull();
    assertThat(letter.headers().lastHeader(DeadLetterHeaders.TIMESTAMP).value())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("1234");
  }
}
