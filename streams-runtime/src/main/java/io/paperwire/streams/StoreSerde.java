package io.paperwire.streams;

import io.paperwire.schemas.stored.StoredRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Makes serdes for what a topology keeps to itself: its stores, their changelogs and its internal
 * topics. Records are in Avro's single-object encoding, ten bytes that name the schema and then the
 * record, so that no registry has to know of them: Kafka Streams would ask it for a subject of each
 * changelog.
 */
public final class StoreSerde {

  private StoreSerde() {}

  /**
   * A serde of generated records, which reads what earlier versions wrote too; absent values stay
   * absent.
   */
  public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
    StoredRecords<T> records = StoredRecords.of(type);
    return Serdes.serdeFrom(
        (_, value) -> value == null ? null : records.write(value),
        (_, bytes) -> bytes == null ? null : read(records, bytes));
  }

  private static <T extends SpecificRecord> T read(StoredRecords<T> records, byte[] bytes) {
    try {
      return records.read(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw new SerializationException(String.valueOf(e.getMessage()), e);
    }
  }
}
