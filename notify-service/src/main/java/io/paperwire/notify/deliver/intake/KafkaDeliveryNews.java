package io.paperwire.notify.deliver.intake;

import io.paperwire.notify.deliver.ledger.Settlement;
import io.paperwire.notify.deliver.ledger.Verdict;
import io.paperwire.notify.deliver.patience.Patience;
import io.paperwire.notify.deliver.sending.DeliveryNews;
import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.DeliveryEventKind;
import io.paperwire.schemas.catalogue.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Tells how digests were settled on the topic {@code delivery-events}. */
public final class KafkaDeliveryNews implements DeliveryNews {

  private final Topic<String, DeliveryEvent> topic;
  private final Outlet outlet;
  private final Patience registry;

  /** News on one topic. */
  public KafkaDeliveryNews(Topic<String, DeliveryEvent> topic, Outlet outlet, Patience registry) {
    this.topic = topic;
    this.outlet = outlet;
    this.registry = registry;
  }

  @Override
  public void tell(List<Settlement> settlements) {
    outlet.write(settlements.stream().map(this::record).toList());
  }

  private ProducerRecord<byte[], byte[]> record(Settlement settlement) {
    String key = settlement.subscriberId().toString();
    DeliveryEvent event =
        DeliveryEvent.newBuilder()
            .setSubscriberId(key)
            .setKind(kind(settlement.verdict()))
            .setAt(settlement.at())
            .setDigestId(settlement.digestId())
            .setDetail(settlement.answer())
            .build();
    byte[] value =
        registry.await(() -> topic.valueSerde().serializer().serialize(topic.name(), event));
    return new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value);
  }

  private static DeliveryEventKind kind(Verdict verdict) {
    return switch (verdict) {
      case SENT -> DeliveryEventKind.SENT;
      case REFUSED -> DeliveryEventKind.BOUNCED;
      case FAILED -> DeliveryEventKind.FAILED;
      case SKIPPED -> throw new IllegalArgumentException("of a skipped digest there is no news");
    };
  }
}
