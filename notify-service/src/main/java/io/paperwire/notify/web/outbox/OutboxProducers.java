package io.paperwire.notify.web.outbox;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.notify.role.WebRole;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The producers of the outbox: idempotent, and in order for each subscriber. */
@Singleton
@WebRole
final class OutboxProducers {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final TopicCatalogue catalogue;
  private final Provisioning provisioning;
  private final KafkaProducer<String, SubscriberInterests> interests;
  private final KafkaProducer<String, DeliveryEvent> deliveryEvents;

  OutboxProducers(TopicCatalogue catalogue, Provisioning provisioning, KafkaSettings kafka) {
    this.catalogue = catalogue;
    this.provisioning = provisioning;
    this.interests = producer(catalogue.interests(), kafka);
    this.deliveryEvents = producer(catalogue.deliveryEvents(), kafka);
  }

  /** Makes sure that the topics are there. */
  void prepare() throws InterruptedException {
    provisioning.ensure(List.of(catalogue.interests(), catalogue.deliveryEvents()));
  }

  /** Sends a subscriber's interests, or a tombstone. */
  Future<RecordMetadata> send(String subscriberId, Optional<SubscriberInterests> record) {
    return interests.send(
        new ProducerRecord<>(catalogue.interests().name(), subscriberId, record.orElse(null)));
  }

  /** Sends an event. */
  Future<RecordMetadata> send(DeliveryEvent event) {
    return deliveryEvents.send(
        new ProducerRecord<>(catalogue.deliveryEvents().name(), event.getSubscriberId(), event));
  }

  @PreDestroy
  void close() {
    interests.close(CLOSE_LIMIT);
    deliveryEvents.close(CLOSE_LIMIT);
  }

  private static <V> KafkaProducer<String, V> producer(
      Topic<String, V> topic, KafkaSettings kafka) {
    Map<String, Object> properties = kafka.client("notify-outbox-" + topic.name());
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return new KafkaProducer<>(
        properties, topic.keySerde().serializer(), topic.valueSerde().serializer());
  }
}
