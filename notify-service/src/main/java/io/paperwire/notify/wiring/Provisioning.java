package io.paperwire.notify.wiring;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.paperwire.provisioning.SchemaOutcome;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.provisioning.TopicOutcome;
import io.paperwire.provisioning.TopicProvisioner;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the topics and schemas of a role in place, unless an operations team does that itself. */
public final class Provisioning {

  private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

  private final KafkaSettings kafka;
  private final RegistrySettings registry;
  private final TopicSettings newTopics;
  private final boolean enabled;

  Provisioning(
      KafkaSettings kafka, RegistrySettings registry, TopicSettings newTopics, boolean enabled) {
    this.kafka = kafka;
    this.registry = registry;
    this.newTopics = newTopics;
    this.enabled = enabled;
  }

  /**
   * Creates the topics that are missing and registers their schemas. Safe to repeat.
   *
   * @throws RuntimeException if the broker or the registry cannot be reached or refuses
   * @throws InterruptedException if the service ends meanwhile
   */
  public void ensure(List<Topic<?, ?>> topics) throws InterruptedException {
    if (!enabled) {
      return;
    }
    try (Admin admin = Admin.create(kafka.client("notify-provisioning"))) {
      new TopicProvisioner(admin, newTopics).ensure(topics).forEach(Provisioning::report);
    }
    try (SchemaRegistryClient client =
        SchemaRegistryClientFactory.newClient(
            registry.url(), topics.size(), List.of(), registry.clientProperties(), Map.of())) {
      new SchemaProvisioner(client).register(topics).forEach(Provisioning::report);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void report(TopicOutcome outcome) {
    switch (outcome) {
      case TopicOutcome.Created(String topic, int partitions) ->
          LOG.info("Created topic {} with {} partitions", topic, partitions);
      case TopicOutcome.Different(String topic, String difference) ->
          LOG.warn("Topic {} is used although it has {}", topic, difference);
      case TopicOutcome.Present _ -> {}
    }
  }

  private static void report(SchemaOutcome outcome) {
    switch (outcome) {
      case SchemaOutcome.Registered(String subject, int id) ->
          LOG.info("Registered schema {} as {}", subject, id);
      case SchemaOutcome.Incompatible(String subject, List<String> reasons) ->
          throw new IllegalStateException(
              "the registry's schema '%s' was written by another version of Paperwire: %s"
                  .formatted(subject, String.join("; ", reasons)));
      case SchemaOutcome.Present _, SchemaOutcome.Compatible _, SchemaOutcome.Missing _ -> {}
    }
  }
}
