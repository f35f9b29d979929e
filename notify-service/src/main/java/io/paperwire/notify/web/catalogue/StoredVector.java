package io.paperwire.notify.web.catalogue;

import io.paperwire.embedding.Int8Vector;
import io.paperwire.notify.matching.Meaning;
import io.paperwire.schemas.PaperVector;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A vector as the database keeps it, in the columns {@code vector}, {@code vector_scale}, {@code
 * vector_model} and {@code vector_version}.
 *
 * @param model name of the model
 * @param version version of the model
 * @param scale what a byte is multiplied by
 * @param values a byte a component
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record StoredVector(String model, String version, float scale, byte[] values) {

  /** The same as the contracts have it. */
  static StoredVector of(PaperVector vector) {
    ByteBuffer values = vector.getValues().duplicate();
    byte[] bytes = new byte[values.remaining()];
    values.get(bytes);
    return new StoredVector(
        vector.getModel().replace("\0", ""),
        vector.getModelVersion().replace("\0", ""),
        vector.getScale(),
        bytes);
  }

  /** The vector of a row; nothing if it has none. */
  public static Optional<StoredVector> read(ResultSet row) throws SQLException {
    byte[] values = row.getBytes("vector");
    return values == null
        ? Optional.empty()
        : Optional.of(
            new StoredVector(
                row.getString("vector_model"),
                row.getString("vector_version"),
                row.getFloat("vector_scale"),
                values));
  }

  /** What it means. */
  public Meaning meaning() {
    return Meaning.of(model, version, new Int8Vector(scale, values));
  }

  /** As the contracts have it. */
  public PaperVector contract() {
    return new PaperVector(model, version, scale, ByteBuffer.wrap(values));
  }
}
