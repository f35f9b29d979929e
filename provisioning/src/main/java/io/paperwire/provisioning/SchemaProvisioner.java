package io.paperwire.provisioning;

import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers the catalogue's schemas, or tells how they stand to what a registry holds. Speaks
 * Confluent's schema registry API.
 */
public final class SchemaProvisioner {

  /** Old readers understand new records and new readers old ones, over all versions. */
  private static final String COMPATIBILITY = "FULL_TRANSITIVE";

  /** Marks a reason; what else the checker says repeats the whole schema. */
  private static final String ERROR = "errorType";

  /** More than there are topics. */
  private static final int SCHEMAS_HELD = 100;

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final SchemaRegistryClient registry;

  /**
   * A provisioner.
   *
   * @param registry a client of the registry; stays the caller's to close
   */
  public SchemaProvisioner(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /** A client of a registry, the caller's to close. */
  public static SchemaRegistryClient connect(RegistrySettings registry) {
    return SchemaRegistryClientFactory.newClient(
        registry.url(), SCHEMAS_HELD, List.of(), registry.clientProperties(), Map.of());
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

  private static Optional<AvroSchema> schema(Topic<?, ?> topic) {
    return topic.valueSchema().map(AvroSchema::new);
  }

  private SchemaOutcome register(Topic<?, ?> topic, AvroSchema schema) {
    SchemaOutcome found = check(topic, schema);
    return switch (found) {
      case SchemaOutcome.Missing _, SchemaOutcome.Compatible _ ->
          registerNow(topic.valueSubject(), schema);
      case SchemaOutcome.Present _ -> {
        demandCompatibility(topic.valueSubject());
        yield found;
      }
      case SchemaOutcome.Incompatible _, SchemaOutcome.Registered _ -> found;
    };
  }

  private SchemaOutcome registerNow(String subject, AvroSchema schema) {
    try {
      unlessAnotherWasFaster(
          () -> registry.register(subject, schema, true), () -> holds(subject, schema));
      int id = registry.getId(subject, schema, true);
      demandCompatibility(subject);
      return new SchemaOutcome.Registered(subject, id);
    } catch (RestClientException e) {
      if (e.getStatus() == CONFLICT) {
        return new SchemaOutcome.Incompatible(subject, List.of(e.getMessage()));
      }
      throw new ProvisioningException("schema '" + subject + "' cannot be registered", e);
    } catch (IOException e) {
      throw new ProvisioningException("schema '" + subject + "' cannot be registered", e);
    }
  }

  /**
   * Tells the registry what it has to refuse from now on, unless it knows. Apart from registration,
   * for that may have been cut short right after.
   */
  private void demandCompatibility(String subject) {
    try {
      if (!compatibility(subject).equals(COMPATIBILITY)) {
        unlessAnotherWasFaster(
            () -> registry.updateCompatibility(subject, COMPATIBILITY),
            () -> compatibility(subject).equals(COMPATIBILITY));
      }
    } catch (IOException | RestClientException e) {
      throw new ProvisioningException(
          "the compatibility of schema '" + subject + "' cannot be set", e);
    }
  }

  /** A question or an order to the registry. */
  @FunctionalInterface
  private interface Call<T> {
    T ask() throws IOException, RestClientException;
  }

  /**
   * Changes something that several instances change to the same at once. The registry may refuse
   * all but the first, with whatever error its storage has for that.
   */
  private static void unlessAnotherWasFaster(Call<?> change, Call<Boolean> isAsWanted)
      throws IOException, RestClientException {
    try {
      change.ask();
    } catch (RestClientException e) {
      if (!isAsWanted.ask()) {
        throw e;
      }
    }
  }

  /** The subject's own rule; some registries answer with their general rule where it has none. */
  private String compatibility(String subject) throws IOException, RestClientException {
    try {
      return registry.getCompatibility(subject);
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND) {
        return "none";
      }
      throw e;
    }
  }

  /** Judges by the project's rule, whatever the registry's own setting for the subject is. */
  private SchemaOutcome check(Topic<?, ?> topic, AvroSchema schema) {
    String subject = topic.valueSubject();
    try {
      List<Integer> versions = versions(subject);
      if (versions.isEmpty()) {
        return new SchemaOutcome.Missing(subject);
      }
      if (holds(subject, schema)) {
        return new SchemaOutcome.Present(subject);
      }
      List<String> reasons = new ArrayList<>();
      for (int version : versions) {
        reasons.addAll(objections(schema, subject, version));
      }
      return reasons.isEmpty()
          ? new SchemaOutcome.Compatible(subject)
          : new SchemaOutcome.Incompatible(subject, reasons);
    } catch (IOException | RestClientException e) {
      throw new ProvisioningException("schema '" + subject + "' cannot be checked", e);
    }
  }

  private List<String> objections(AvroSchema schema, String subject, int version)
      throws IOException, RestClientException {
    AvroSchema earlier = new AvroSchema(registry.getSchemaMetadata(subject, version).getSchema());
    return CompatibilityChecker.FULL_CHECKER.isCompatible(schema, List.of(earlier)).stream()
        .filter(reason -> reason.contains(ERROR))
        .map(reason -> "version " + version + ": " + reason)
        .toList();
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
