package io.paperwire.schemas.stored;

import io.paperwire.schemas.catalogue.TrustedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes records of one type in Avro's single-object encoding, ten bytes that name the schema and
 * then the record, and reads them, whichever version of the schema they were written with. Any
 * number of threads may use one.
 *
 * @param <T> generated record
 */
public final class StoredRecords<T extends SpecificRecord> {

  private final Class<T> type;
  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;

  private StoredRecords(
      Class<T> type, BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
    this.type = type;
    this.encoder = encoder;
    this.decoder = decoder;
  }

  /**
   * The codec of a type.
   *
   * @throws IllegalStateException if its schema is not in its history, or cannot read an earlier
   *     one; the message says what to do
   */
  public static <T extends SpecificRecord> StoredRecords<T> of(Class<T> type) {
    TrustedRecords.trust();
    SpecificData model = SpecificData.getForClass(type);
    Schema schema = model.getSchema(type);
    BinaryMessageDecoder<T> decoder = new BinaryMessageDecoder<>(model, schema);
    RecordHistory.of(type).checked(schema).forEach(decoder::addSchema);
    return new StoredRecords<>(type, new BinaryMessageEncoder<>(model, schema), decoder);
  }

  /** The bytes of a record. */
  public byte[] write(T record) {
    try {
      ByteBuffer encoded = encoder.encode(record);
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory does not fail", e);
    }
  }

  /**
   * The record of some bytes; they are left as they are.
   *
   * @throws UnknownVersion if they are a record of a version of its schema that is not known here
   * @throws IOException if they are no record of the type
   */
  public T read(ByteBuffer bytes) throws IOException {
    try {
      return decoder.decode(bytes.duplicate(), null);
    } catch (MissingSchemaException e) {
      throw new UnknownVersion(type, e);
    } catch (IOException | AvroRuntimeException e) {
      throw new IOException("stored bytes are not a " + type.getSimpleName(), e);
    }
  }
}
