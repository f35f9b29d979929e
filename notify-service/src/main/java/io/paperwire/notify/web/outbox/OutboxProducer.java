package io.paperwire.notify.web.outbox;

import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The producer of one holder of the lock. It writes in transactions under an id that all instances
 * share, so that opening one shuts out ("fences") the one before: what that had not committed is
 * aborted, and it never writes again. Anything thrown is the end of it: close it, and open another
 * with the lock held anew.
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

  /** Sends a subscriber's interests, or a tombstone. */
  void send(String subscriberId, Optional<SubscriberInterests> interests) {
    send(catalogue.interests(), subscriberId, interests);
  }

  /** Sends an event. */
  void send(DeliveryEvent event) {
    send(catalogue.deliveryEvents(), event.getSubscriberId(), Optional.of(event));
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

  private <V> void send(Topic<String, V> topic, String key, Optional<V> value) {
    byte[] bytes =
        value
            .map(present -> topic.valueSerde().serializer().serialize(topic.name(), present))
            .orElse(null);
    // What becomes of it is told by commit.
    var _ = producer.send(new ProducerRecord<>(topic.name(), key, bytes));
  }

  /** Closes it; an open transaction is aborted. */
  @Override
  public void close() {
    producer.close(CLOSE_LIMIT);
  }
}
