package io.paperwire.provisioning;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service does at its start: puts the topics that it works with in place, and their schemas,
 * and logs what it did.
 */
public final class Provisioning {

  private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

  /** More than there are topics. */
  private static final int SCHEMAS_HELD = 100;

  private final Map<String, Object> admin;
  private final RegistrySettings registry;
  private final TopicSettings topics;
  private final TopicCatalogue catalogue;

  /**
   * The provisioning of a service.
   *
   * @param admin properties of Kafka's admin client
   * @param registry where schemas are registered
   * @param topics how topics are made
   * @param catalogue the topics of the deployment
   */
  public Provisioning(
      Map<String, Object> admin,
      RegistrySettings registry,
      TopicSettings topics,
      TopicCatalogue catalogue) {
    this.admin = Map.copyOf(admin);
    this.registry = registry;
    this.topics = topics;
    this.catalogue = catalogue;
  }

  /**
   * Creates the topics that are missing and registers the schemas that are. Safe to repeat, and to
   * do from several instances at once.
   *
   * @throws ProvisioningException if the broker or the registry cannot be reached or refuses, or if
   *     the registry holds a schema that is not compatible, or topics that are read together differ
   *     in their partitions
   */
  public void ensure(List<? extends Topic<?, ?>> wanted) throws InterruptedException {
    try (Admin client = Admin.create(admin)) {
      TopicProvisioner provisioner = new TopicProvisioner(client, topics);
      provisioner.ensure(wanted).forEach(Provisioning::report);
      for (List<? extends Topic<?, ?>> together : catalogue.readTogether()) {
        provisioner.requireSamePartitions(together.stream().filter(wanted::contains).toList());
      }
    }
    try (SchemaRegistryClient client = connect(registry)) {
      new SchemaProvisioner(client).register(wanted).forEach(Provisioning::report);
    } catch (IOException e) {
      throw new UncheckedIOException("the client of the registry cannot be closed", e);
    }
  }

  /** A client of a registry. */
  public static SchemaRegistryClient connect(RegistrySettings registry) {
    return SchemaRegistryClientFactory.newClient(
        registry.url(), SCHEMAS_HELD, List.of(), registry.clientProperties(), Map.of());
  }

  private static void report(TopicOutcome outcome) {
    switch (outcome) {
      case TopicOutcome.Created(String topic, int partitions) ->
          LOG.info("created topic {} with {} partitions", topic, partitions);
      case TopicOutcome.Different(String topic, String difference) ->
          LOG.warn("topic {} is used although it has {}", topic, difference);
      case TopicOutcome.Present _ -> {}
    }
  }

  private static void report(SchemaOutcome outcome) {
    switch (outcome) {
      case SchemaOutcome.Registered(String subject, int id) ->
          LOG.info("registered schema {} as {}", subject, id);
      case SchemaOutcome.Incompatible(String subject, List<String> reasons) ->
          throw new ProvisioningException(
              "the registry's schema '"
                  + subject
                  + "' was written by another version of Paperwire: "
                  + String.join("; ", reasons));
      case SchemaOutcome.Present _, SchemaOutcome.Compatible _, SchemaOutcome.Missing _ -> {}
    }
  }
}
