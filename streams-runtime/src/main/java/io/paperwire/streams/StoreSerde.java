package io.paperwire.streams;

import io.paperwire.schemas.catalogue.TrustedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MessageDecoder;
import org.apache.avro.message.MessageEncoder;
import org.apache.avro.specific.SpecificData;
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

  /** A serde of generated records; absent values stay absent. */
  public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
    TrustedRecords.trust();
    SpecificData model = SpecificData.getForClass(type);
    Schema schema = model.getSchema(type);
    MessageEncoder<T> encoder = new BinaryMessageEncoder<>(model, schema);
    MessageDecoder<T> decoder = new BinaryMessageDecoder<>(model, schema);
    return Serdes.serdeFrom(
        (_, value) -> value == null ? null : write(encoder, value),
        (_, bytes) -> bytes == null ? null : read(decoder, bytes, type));
  }

  private static <T> byte[] write(MessageEncoder<T> encoder, T value) {
    try {
      ByteBuffer encoded = encoder.encode(value);
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory does not fail", e);
    }
  }

  private static <T> T read(MessageDecoder<T> decoder, byte[] bytes, Class<T> type) {
    try {
      return decoder.decode(bytes, null);
    } catch (IOException | AvroRuntimeException e) {
      throw new SerializationException(
          "stored bytes are not a " + type.getSimpleName() + " of this version", e);
    }
  }
}
