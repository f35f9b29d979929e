package io.paperwire.notify.web.outbox;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.notify.role.WebRole;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Opens the producers of the outbox, one for each time that an instance holds the lock. */
@Singleton
@WebRole
final class OutboxProducers {

  private static final int REQUEST_TIMEOUT_MS = 10_000;
  private static final int MAX_BLOCK_MS = 20_000;
  private static final int DELIVERY_TIMEOUT_MS = 20_000;

  /** Readers wait behind the transaction of an instance that died, until the next one opens. */
  private static final int TRANSACTION_TIMEOUT_MS = 30_000;

  private final TopicCatalogue catalogue;
  private final Provisioning provisioning;
  private final KafkaSettings kafka;

  OutboxProducers(TopicCatalogue catalogue, Provisioning provisioning, KafkaSettings kafka) {
    this.catalogue = catalogue;
    this.provisioning = provisioning;
    this.kafka = kafka;
  }

  /** Makes sure that the topics are there, and opens a producer that fences all before it. */
  OutboxProducer open() throws InterruptedException {
    provisioning.ensure(List.of(catalogue.interests(), catalogue.deliveryEvents()));
    String id = catalogue.interests().name() + "-outbox";
    Map<String, Object> properties = kafka.client("notify-outbox");
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    return OutboxProducer.open(catalogue, properties);
  }
}
