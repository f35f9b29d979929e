package io.paperwire.notify.web.outbox;

import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The producer of one holder of the lock. It writes in transactions under an id that all instances
 * share, so that opening one shuts out ("fences") the one before: what that had not committed is
 * aborted, and it never writes again. Anything thrown is the end of the transaction: {@link #abort}
 * it if it is known why, or close the producer, and open another with the lock held anew.
 */
final class OutboxProducer implements AutoCloseable {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final TopicCatalogue catalogue;
  private final KafkaProducer<String, byte[]> producer;

  private OutboxProducer(TopicCatalogue catalogue, KafkaProducer<String, byte[]> producer) {
    this.catalogue = catalogue;
    this.producer = producer;
  }

  /**
   * Fences the producers opened before under the same id.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer or refuses
   */
  static OutboxProducer open(TopicCatalogue catalogue, Map<String, Object> properties) {
    OutboxProducer opened =
        new OutboxProducer(
            catalogue,
            new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()));
    try {
      opened.producer.initTransactions();
      return opened;
    } catch (RuntimeException failure) {
      opened.close();
      throw failure;
    }
  }

  /** Begins a transaction. */
  void begin() {
    producer.beginTransaction();
  }

  /**
   * Sends a subscriber's interests, or a tombstone.
   *
   * @return what becomes of it; {@link #commit} fails if it does
   * @throws org.apache.kafka.common.errors.SerializationException if it cannot be put into bytes
   */
  Future<?> send(String subscriberId, Optional<SubscriberInterests> interests) {
    return send(catalogue.interests(), subscriberId, interests);
  }

  /** Sends an event, like {@link #send(String, Optional)}. */
  Future<?> send(DeliveryEvent event) {
    return send(catalogue.deliveryEvents(), event.getSubscriberId(), Optional.of(event));
  }

  /**
   * Makes visible what was sent since {@link #begin}; either all of it, or nothing.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not acknowledge, or another
   *     producer was opened since
   */
  void commit() {
    producer.commitTransaction();
  }

  /** Gives up what was sent since {@link #begin}. */
  void abort() {
    producer.abortTransaction();
  }

  private <V> Future<?> send(Topic<String, V> topic, String key, Optional<V> value) {
    byte[] bytes =
        value
            .map(present -> topic.valueSerde().serializer().serialize(topic.name(), present))
            .orElse(null);
    return producer.send(new ProducerRecord<>(topic.name(), key, bytes));
  }

  /** Closes it; an open transaction is aborted. */
  @Override
  public void close() {
    producer.close(CLOSE_LIMIT);
  }
}
