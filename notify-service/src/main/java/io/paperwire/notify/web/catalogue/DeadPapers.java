package io.paperwire.notify.web.catalogue;

import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets records aside that are no papers: bytes as they were read, and why. */
final class DeadPapers {

  private static final Logger LOG = LoggerFactory.getLogger(DeadPapers.class);

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final Runnable counting;

  /**
   * The dead letters of a topic.
   *
   * @param producer stays the caller's to close
   * @param papers the topic that is read
   * @param counting run for each record that was set aside
   */
  DeadPapers(Producer<byte[], byte[]> producer, Topic<?, ?> papers, Runnable counting) {
    this.producer = producer;
    this.topic = TopicCatalogue.deadLetters(papers).name();
    this.counting = counting;
  }

  /**
   * Sets a record aside and returns when the broker has it.
   *
   * @throws KafkaException if the broker does not take it
   */
  void setAside(ConsumerRecord<byte[], byte[]> record, Exception cause)
      throws InterruptedException {
    LOG.warn(
        "set aside {}-{}@{}, which is no paper for the catalogue",
        record.topic(),
        record.partition(),
        record.offset(),
        cause);
    Headers headers = new RecordHeaders(record.headers().toArray());
    DeadLetterHeaders.locate(
        headers, record.topic(), record.partition(), record.offset(), record.timestamp());
    DeadLetterHeaders.describe(headers, cause);
    try {
      byte[] value = DeadLetterHeaders.fitted(headers, record.key(), record.value());
      producer.send(new ProducerRecord<>(topic, null, record.key(), value, headers)).get();
      counting.run();
    } catch (ExecutionException failure) {
      throw new KafkaException("a dead letter could not be written to " + topic, failure);
    }
  }
}
