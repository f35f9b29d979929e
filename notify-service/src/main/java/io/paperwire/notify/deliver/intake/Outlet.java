package io.paperwire.notify.deliver.intake;

import io.paperwire.notify.deliver.patience.Patience;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Writes single records and waits until the broker has them, however long it is away. */
public final class Outlet {

  private final Producer<byte[], byte[]> producer;
  private final Patience broker;

  /**
   * An outlet.
   *
   * @param producer stays the caller's to close
   * @param broker waits for the broker
   */
  public Outlet(Producer<byte[], byte[]> producer, Patience broker) {
    this.producer = producer;
    this.broker = broker;
  }

  /** Writes a record. */
  void write(ProducerRecord<byte[], byte[]> record) {
    broker.await(() -> attempt(record));
  }

  private Object attempt(ProducerRecord<byte[], byte[]> record) {
    try {
      return producer.send(record).get();
    } catch (InterruptedException end) {
      throw new InterruptException(end);
    } catch (ExecutionException failure) {
      throw new KafkaException(
          "a record could not be written to " + record.topic(), failure.getCause());
    }
  }
}
