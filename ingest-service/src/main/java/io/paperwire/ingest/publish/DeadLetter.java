package io.paperwire.ingest.publish;

import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A piece of input that could not be read, as a record of the dead-letter topic: its bytes as they
 * came, and headers that say where it stood and what is wrong. Beside {@link DeadLetterHeaders}
 * there are those named here; values are UTF-8 text.
 */
public final class DeadLetter {

  /** What kind of fault it is, for example {@code unknown-field}. */
  public static final String FAULT = "paperwire.fault";

  /** Longest header, in characters; the value and all headers share the space of a record. */
  private static final int MAX_HEADER = 4_000;

  private DeadLetter() {}

  static ProducerRecord<byte[], byte[]> of(String topic, String source, RejectedInput reject) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(topic, reject.raw().copy(RejectedInput.MAX_BYTES));
    describe(letter, source, reject);
    return letter;
  }

  static void describe(ProducerRecord<byte[], byte[]> letter, String source, RejectedInput reject) {
    add(letter, DeadLetterHeaders.EXCEPTION, RejectedInput.class.getName());
    add(letter, DeadLetterHeaders.MESSAGE, reject.reason());
    add(letter, DeadLetterHeaders.SOURCE, source);
    add(letter, DeadLetterHeaders.INPUT, reject.place().input());
    add(letter, DeadLetterHeaders.LINE, Long.toString(reject.place().line()));
    add(letter, FAULT, reject.fault().label());
    add(letter, DeadLetterHeaders.SIZE, Long.toString(reject.size()));
  }

  static void add(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    String shown = value.length() > MAX_HEADER ? value.substring(0, MAX_HEADER) + "…" : value;
    DeadLetterHeaders.put(letter.headers(), name, shown);
  }
}
