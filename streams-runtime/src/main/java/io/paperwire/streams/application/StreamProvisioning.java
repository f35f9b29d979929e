package io.paperwire.streams.application;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.paperwire.provisioning.SchemaOutcome;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.provisioning.TopicOutcome;
import io.paperwire.provisioning.TopicProvisioner;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.streams.Preparation;
import io.paperwire.streams.StreamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics of a stream that are missing and registers their schemas.
 *
 * @param settings where the brokers are
 * @param registry where the registry is
 * @param newTopics how topics are made
 * @param topics what has to be there
 */
record StreamProvisioning(
    StreamsSettings settings,
    RegistrySettings registry,
    TopicSettings newTopics,
    List<Topic<?, ?>> topics)
    implements Preparation {

  private static final Logger LOG = LoggerFactory.getLogger(StreamProvisioning.class);

  @Override
  public void prepare() throws InterruptedException {
    try (Admin admin = Admin.create(settings.adminProperties("provisioning"))) {
      new TopicProvisioner(admin, newTopics).ensure(topics).forEach(StreamProvisioning::report);
    }
    try (SchemaRegistryClient client =
        SchemaRegistryClientFactory.newClient(
            registry.url(), topics.size(), List.of(), registry.clientProperties(), Map.of())) {
      new SchemaProvisioner(client).register(topics).forEach(StreamProvisioning::report);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void report(TopicOutcome outcome) {
    switch (outcome) {
      case TopicOutcome.Created(String topic, int partitions) ->
          LOG.info("created topic {} with {} partitions", topic, partitions);
      case TopicOutcome.Present _ -> {}
      case TopicOutcome.Different(String topic, String difference) ->
          LOG.warn("topic {} is used although it has {}", topic, difference);
    }
  }

  private static void report(SchemaOutcome outcome) {
    switch (outcome) {
      case SchemaOutcome.Registered(String subject, int id) ->
          LOG.info("registered schema {} as {}", subject, id);
      case SchemaOutcome.Incompatible(String subject, List<String> reasons) ->
          throw new IllegalStateException(
              "the registry holds an incompatible schema as '"
                  + subject
                  + "', written by another version of Paperwire: "
                  + String.join("; ", reasons));
      case SchemaOutcome.Present _, SchemaOutcome.Compatible _, SchemaOutcome.Missing _ -> {}
    }
  }
}
