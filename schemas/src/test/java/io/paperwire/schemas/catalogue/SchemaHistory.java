package io.paperwire.schemas.catalogue;

import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The versions of one schema that are checked in, {@code history/<subject>/<version>.avsc}, as a
 * registry holds them.
 *
 * @param subject the registry's subject
 * @param versions the schemas, version 1 first
 */
record SchemaHistory(String subject, List<AvroSchema> versions) {

  private static final Path FOLDER = Path.of("history");
  private static final Path PROPOSALS = Path.of("target", "history");

  static SchemaHistory of(String subject) {
    List<AvroSchema> versions = new ArrayList<>();
    try {
      while (Files.exists(file(FOLDER, subject, versions.size() + 1))) {
        versions.add(new AvroSchema(Files.readString(file(FOLDER, subject, versions.size() + 1))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the history of " + subject + " cannot be read", e);
    }
    return new SchemaHistory(subject, List.copyOf(versions));
  }

  /** Why a schema may not follow these versions; empty if it may. */
  List<String> objections(Schema next) {
    return CompatibilityChecker.FULL_TRANSITIVE_CHECKER.isCompatible(
        new AvroSchema(next), versions);
  }

  boolean endsWith(Schema schema) {
    return !versions.isEmpty() && versions.getLast().equals(new AvroSchema(schema));
  }

  /** Writes a schema down as the next version, and says how to check it in. */
  String propose(Schema next) {
    Path proposal = file(PROPOSALS, subject, versions.size() + 1);
    try {
      Files.createDirectories(proposal.getParent());
      Files.writeString(proposal, SchemaFormatter.format("json/pretty", next) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the next version of " + subject + " cannot be written", e);
    }
    return "the schema of "
        + subject
        + " is not the last one of its history. If the change is meant, check it in as the next"
        + " version, in the folder schemas: mkdir -p "
        + FOLDER.resolve(subject)
        + " && cp "
        + proposal
        + " "
        + file(FOLDER, subject, versions.size() + 1);
  }

  private static Path file(Path folder, String subject, int version) {
    return folder.resolve(subject).resolve(version + ".avsc");
  }
}
