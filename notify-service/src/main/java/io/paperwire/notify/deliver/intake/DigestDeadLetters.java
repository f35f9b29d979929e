package io.paperwire.notify.deliver.intake;

import io.paperwire.notify.deliver.ledger.DueDelivery;
import io.paperwire.notify.deliver.sending.DeadDigests;
import io.paperwire.notify.deliver.sending.DeliveryCounts;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes digests to the dead-letter topic of their topic, bytes and headers as they were read. */
public final class DigestDeadLetters implements DeadDigests {

  private final Outlet outlet;
  private final String source;
  private final String topic;
  private final DeliveryCounts counts;

  /**
   * The dead letters of a topic.
   *
   * @param outlet where they are written
   * @param topic the topic that the digests were read from
   * @param counts what is set aside
   */
  public DigestDeadLetters(Outlet outlet, Topic<?, ?> topic, DeliveryCounts counts) {
    this.outlet = outlet;
    this.source = topic.name();
    this.topic = TopicCatalogue.deadLetters(topic).name();
    this.counts = counts;
  }

  /** Sets a record aside. Returns when it cannot get lost any more. */
  void setAside(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
    Headers headers = new RecordHeaders(record.headers().toArray());
    DeadLetterHeaders.locate(
        headers, source, record.partition(), record.offset(), record.timestamp());
    write(record.key(), record.value(), headers, cause);
  }

  @Override
  public void setAside(DueDelivery due, Throwable cause) {
    byte[] key = due.subscriberId().toString().getBytes(StandardCharsets.UTF_8);
    Headers headers = new RecordHeaders();
    DeadLetterHeaders.put(headers, DeadLetterHeaders.TOPIC, source);
    write(key, due.record().bytes(), headers, cause);
  }

  private void write(byte[] key, byte[] value, Headers headers, Throwable cause) {
    DeadLetterHeaders.describe(headers, cause);
    outlet.write(
        List.of(
            new ProducerRecord<>(
                topic, null, key, DeadLetterHeaders.fitted(headers, key, value), headers)));
    counts.setAside();
  }
}
