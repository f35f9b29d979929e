package io.paperwire.notify.deliver.intake;

import io.paperwire.notify.deliver.ledger.DueDelivery;
import io.paperwire.notify.deliver.sending.DeadDigests;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes digests to the dead-letter topic of their topic, bytes and headers as they were read. */
public final class DigestDeadLetters implements DeadDigests {

  private final Outlet outlet;
  private final String source;
  private final String topic;

  /**
   * The dead letters of a topic.
   *
   * @param outlet where they are written
   * @param topic the topic that the digests were read from
   */
  public DigestDeadLetters(Outlet outlet, Topic<?, ?> topic) {
    this.outlet = outlet;
    this.source = topic.name();
    this.topic = TopicCatalogue.deadLetters(topic).name();
  }

  /** Sets a record aside. Returns when it cannot get lost any more. */
  void setAside(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
    Headers headers = new RecordHeaders(record.headers().toArray());
    put(headers, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
    put(headers, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
    write(record.key(), record.value(), headers, cause);
  }

  @Override
  public void setAside(DueDelivery due, Throwable cause) {
    byte[] key = due.subscriberId().toString().getBytes(StandardCharsets.UTF_8);
    write(key, due.record().bytes(), new RecordHeaders(), cause);
  }

  private void write(byte[] key, byte[] value, Headers headers, Throwable cause) {
    put(headers, DeadLetterHeaders.TOPIC, source);
    put(headers, DeadLetterHeaders.EXCEPTION, cause.getClass().getName());
    put(headers, DeadLetterHeaders.MESSAGE, String.valueOf(cause.getMessage()));
    put(headers, DeadLetterHeaders.STACKTRACE, stackTrace(cause));
    outlet.write(new ProducerRecord<>(topic, null, key, value, headers));
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String stackTrace(Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
