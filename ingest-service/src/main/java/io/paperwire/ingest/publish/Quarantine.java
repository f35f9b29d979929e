package io.paperwire.ingest.publish;

import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topic of whole answers that could not be read, for people to look at and to read again once
 * the cause is known. An answer keeps all its bytes: one that is larger than a record may be is
 * written in parts, in order, under one key (the SHA-256 of its bytes, in hexadecimal). Headers are
 * those of {@link DeadLetter}, with {@link #PART} and {@link #PARTS}.
 */
public final class Quarantine {

  /** Which part of the answer a record holds, from 1. */
  public static final String PART = "paperwire.part";

  /** How many parts the answer has. */
  public static final String PARTS = "paperwire.parts";

  private static final int RETENTION_DAYS = 30;

  private Quarantine() {}

  /** The topic of a deployment whose topics' names begin with a prefix. */
  static Topic<byte[], byte[]> topic(String prefix) {
    return new Topic<>(
        prefix + "ingest.quarantine",
        Serdes.ByteArray(),
        Serdes.ByteArray(),
        Optional.empty(),
        Retention.days(RETENTION_DAYS));
  }

  /** The records of an answer, in their order. */
  static List<ProducerRecord<byte[], byte[]>> records(
      String topic, String source, RejectedInput answer) {
    byte[] bytes = answer.raw().copy(Integer.MAX_VALUE);
    byte[] key = answer.raw().sha256().getBytes(StandardCharsets.US_ASCII);
    int parts = Math.max(1, Math.ceilDiv(bytes.length, RejectedInput.MAX_BYTES));
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      int from = (part - 1) * RejectedInput.MAX_BYTES;
      int to = Math.min(bytes.length, from + RejectedInput.MAX_BYTES);
      ProducerRecord<byte[], byte[]> letter =
          new ProducerRecord<>(topic, key, Arrays.copyOfRange(bytes, from, to));
      DeadLetter.describe(letter, source, answer);
      DeadLetter.add(letter, PART, Integer.toString(part));
      DeadLetter.add(letter, PARTS, Integer.toString(parts));
      records.add(letter);
    }
    return records;
  }
}
