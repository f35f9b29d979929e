package io.paperwire.notify.deliver.intake;

import io.paperwire.notify.deliver.patience.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Writes records and waits until the broker has them, however long it is away. */
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

  /** Writes records, all of them again if one could not be written. */
  void write(List<ProducerRecord<byte[], byte[]>> records) {
    broker.await(() -> attempt(records));
  }

  private Object attempt(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try {
      for (ProducerRecord<byte[], byte[]> record : records) {
        Future<RecordMetadata> each = producer.send(record);
        if (each.isDone()) {
          // Without the broker each of the others would be waited for as long as this one.
          each.get();
        }
        sent.add(each);
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
      return sent;
    } catch (InterruptedException end) {
      throw new InterruptException(end);
    } catch (ExecutionException failure) {
      throw new KafkaException(
          "a record could not be written to " + records.getFirst().topic(), failure.getCause());
    }
  }
}
