package io.paperwire.schemas.stored;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaNormalization;

/**
 * The schemas that a record ever had.
 *
 * @param type the record
 * @param versions the schemas, in no order
 */
record RecordHistory(Class<?> type, List<Schema> versions) {

  /** The subjects of the topics' values, whose histories hold the records inside of them too. */
  static final List<String> SUBJECTS =
      List.of(
          "paper-events-value",
          "paper-signals-value",
          "paper-vectors-value",
          "paper-standings-value",
          "paper-summaries-value",
          "enriched-papers-value",
          "interests-value",
          "digests-value",
          "delivery-events-value");

  private static final String OF_TOPICS = "/io/paperwire/schemas/history/";

  /** Whatever the topics' histories hold, read once. */
  private static final class Topics {
    private static final List<Schema> SCHEMAS =
        SUBJECTS.stream()
            .flatMap(subject -> files(RecordHistory.class, OF_TOPICS + subject))
            .flatMap(RecordHistory::named)
            .toList();
  }

  /** The history of a record: its own files, or those of the topics that it is written to. */
  static RecordHistory of(Class<?> type) {
    List<Schema> own = files(type, "history/" + type.getSimpleName()).toList();
    List<Schema> schemas = own.isEmpty() ? Topics.SCHEMAS : own;
    return new RecordHistory(
        type,
        schemas.stream().filter(schema -> schema.getFullName().equals(type.getName())).toList());
  }

  /**
   * The versions, if the current one is among them and can read all of them.
   *
   * @throws IllegalStateException if not
   */
  List<Schema> checked(Schema current) {
    long fingerprint = SchemaNormalization.parsingFingerprint64(current);
    if (versions.stream()
        .noneMatch(known -> SchemaNormalization.parsingFingerprint64(known) == fingerprint)) {
      throw new IllegalStateException(
          "the schema of %s is not in its history. If the change is meant, check it in beside the record, as the next of history/%s/1.avsc, 2.avsc, ...:%n%s"
              .formatted(
                  type.getName(),
                  type.getSimpleName(),
                  SchemaFormatter.format("json/pretty", current)));
    }
    for (Schema earlier : versions) {
      var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(current, earlier);
      if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
        throw new IllegalStateException(
            "the schema of %s cannot read what an earlier version wrote: %s"
                .formatted(type.getName(), compatibility.getResult().getIncompatibilities()));
      }
    }
    return versions;
  }

  private static Stream<Schema> files(Class<?> beside, String folder) {
    List<Schema> schemas = new ArrayList<>();
    try {
      for (Optional<Schema> next = file(beside, folder, 1);
          next.isPresent();
          next = file(beside, folder, schemas.size() + 1)) {
        schemas.add(next.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the history in " + folder + " cannot be read", e);
    }
    return schemas.stream();
  }

  private static Optional<Schema> file(Class<?> beside, String folder, int version)
      throws IOException {
    try (InputStream in = beside.getResourceAsStream(folder + "/" + version + ".avsc")) {
      return in == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(in));
    }
  }

  /** A schema and all records inside of it. */
  private static Stream<Schema> named(Schema schema) {
    Set<Schema> found = new HashSet<>();
    collect(schema, found);
    return found.stream();
  }

  private static void collect(Schema schema, Set<Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.add(schema)) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
      case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
        // no record
      }
    }
  }
}
