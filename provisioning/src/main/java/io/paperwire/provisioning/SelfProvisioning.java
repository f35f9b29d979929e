package io.paperwire.provisioning;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service puts its topics and schemas in place itself, and logs what it did. */
public final class SelfProvisioning implements Provisioning {

  private static final Logger LOG = LoggerFactory.getLogger(SelfProvisioning.class);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Map<String, Object> admin;
  private final RegistrySettings registry;
  private final TopicSettings topics;
  private final TopicCatalogue catalogue;

  /**
   * The provisioning of a deployment.
   *
   * @param admin properties of Kafka's admin client
   * @param registry where schemas are registered
   * @param topics how topics are made
   * @param catalogue the topics of the deployment
   */
  public SelfProvisioning(
      Map<String, Object> admin,
      RegistrySettings registry,
      TopicSettings topics,
      TopicCatalogue catalogue) {
    this.admin = Map.copyOf(admin);
    this.registry = registry;
    this.topics = topics;
    this.catalogue = catalogue;
  }

  @Override
  public void ensure(List<? extends Topic<?, ?>> wanted) throws InterruptedException {
    ensureTopics(wanted);
    ensureSchemas(wanted);
  }

  private void ensureTopics(List<? extends Topic<?, ?>> wanted) throws InterruptedException {
    Admin client = Admin.create(admin);
    try {
      TopicProvisioner provisioner = new TopicProvisioner(client, topics);
      provisioner.ensure(wanted).forEach(SelfProvisioning::report);
      Set<String> names = wanted.stream().map(Topic::name).collect(Collectors.toSet());
      for (List<? extends Topic<?, ?>> together : catalogue.readTogether()) {
        provisioner.requireSamePartitions(
            together.stream().filter(topic -> names.contains(topic.name())).toList());
      }
    } finally {
      // Closing waits for what has been asked, which takes long while the broker is away.
      client.close(CLOSE_LIMIT);
    }
  }

  private void ensureSchemas(List<? extends Topic<?, ?>> wanted) {
    try (SchemaRegistryClient client = SchemaProvisioner.connect(registry)) {
      new SchemaProvisioner(client).register(wanted).forEach(SelfProvisioning::report);
    } catch (IOException e) {
      throw new UncheckedIOException("the client of the registry cannot be closed", e);
    }
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
