package io.paperwire.provisioning;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.paperwire.schemas.catalogue.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Registers the catalogue's schemas, or tells how they stand to what a registry holds. Speaks
 * Confluent's schema registry API.
 */
public final class SchemaProvisioner {

  /** Old readers understand new records and new readers old ones, over all versions. */
  private static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final int NOT_FOUND = 404;

  private final SchemaRegistryClient registry;

  /**
   * A provisioner.
   *
   * @param registry a client of the registry; stays the caller's to close
   */
  public SchemaProvisioner(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Registers the value schemas of topics where they are missing and compatible.
   *
   * @return one outcome a topic with a schema: registered, present, or incompatible
   * @throws ProvisioningException if the registry cannot be reached or refuses
   */
  public List<SchemaOutcome> register(List<? extends Topic<?, ?>> topics) {
    return topics.stream()
        .flatMap(topic -> schema(topic).stream().map(schema -> register(topic, schema)))
        .toList();
  }

  /**
   * Compares the value schemas of topics with what the registry holds, and changes nothing.
   *
   * @return one outcome a topic with a schema: present, compatible, missing, or incompatible
   * @throws ProvisioningException if the registry cannot be reached or refuses
   */
  public List<SchemaOutcome> check(List<? extends Topic<?, ?>> topics) {
    return topics.stream()
        .flatMap(topic -> schema(topic).stream().map(schema -> check(topic, schema)))
        .toList();
  }

  /** The schema as serializers look it up: without the properties that only Java knows. */
  private static Optional<AvroSchema> schema(Topic<?, ?> topic) {
    return topic.valueSchema().map(SchemaProvisioner::withoutJavaProperties).map(AvroSchema::new);
  }

  private static Schema withoutJavaProperties(Schema schema) {
    boolean reflection = false;
    boolean reflectionAllowsNull = false;
    boolean removeJavaProperties = true;
    return AvroSchemaUtils.getSchema(
        new GenericData.Record(schema), reflection, reflectionAllowsNull, removeJavaProperties);
  }

  private SchemaOutcome register(Topic<?, ?> topic, AvroSchema schema) {
    String subject = topic.valueSubject();
    return switch (check(topic, schema)) {
      case SchemaOutcome.Missing ignored -> registerNow(subject, schema);
      case SchemaOutcome.Compatible ignored -> registerNow(subject, schema);
      case SchemaOutcome.Present present -> present;
      case SchemaOutcome.Incompatible incompatible -> incompatible;
      case SchemaOutcome.Registered registered -> registered;
    };
  }

  private SchemaOutcome registerNow(String subject, AvroSchema schema) {
    try {
      int id = registry.register(subject, schema, true);
      registry.updateCompatibility(subject, COMPATIBILITY);
      return new SchemaOutcome.Registered(subject, id);
    } catch (IOException | RestClientException e) {
      throw new ProvisioningException("schema '" + subject + "' cannot be registered", e);
    }
  }

  private SchemaOutcome check(Topic<?, ?> topic, AvroSchema schema) {
    String subject = topic.valueSubject();
    try {
      if (versions(subject).isEmpty()) {
        return new SchemaOutcome.Missing(subject);
      }
      if (holds(subject, schema)) {
        return new SchemaOutcome.Present(subject);
      }
      List<String> reasons = registry.testCompatibilityVerbose(subject, schema, true);
      return reasons.isEmpty()
          ? new SchemaOutcome.Compatible(subject)
          : new SchemaOutcome.Incompatible(subject, reasons);
    } catch (IOException | RestClientException e) {
      throw new ProvisioningException("schema '" + subject + "' cannot be checked", e);
    }
  }

  private List<Integer> versions(String subject) throws IOException, RestClientException {
    try {
      return registry.getAllVersions(subject);
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  private boolean holds(String subject, AvroSchema schema) throws IOException, RestClientException {
    try {
      registry.getId(subject, schema, true);
      return true;
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
