package io.paperwire.ingest.contracts;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.ingest.config.KafkaClients;
import io.paperwire.ingest.config.TopicsConfiguration;
import io.paperwire.ingest.publish.PublishTopics;
import io.paperwire.provisioning.SchemaOutcome;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.provisioning.TopicOutcome;
import io.paperwire.provisioning.TopicProvisioner;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates missing topics and registers missing schemas, for as long as it takes. */
public final class Contracts {

  private static final Logger LOG = LoggerFactory.getLogger(Contracts.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  private final KafkaClients clients;
  private final RegistrySettings registry;
  private final PublishTopics topics;
  private final TopicsConfiguration configuration;
  private final CountDownLatch inPlace = new CountDownLatch(1);

  /**
   * The contracts of a deployment.
   *
   * @param configuration how topics are made
   */
  public Contracts(
      KafkaClients clients,
      RegistrySettings registry,
      PublishTopics topics,
      TopicsConfiguration configuration) {
    this.clients = clients;
    this.registry = registry;
    this.topics = topics;
    this.configuration = configuration;
  }

  /** Opens when all is in place. */
  public CountDownLatch inPlace() {
    return inPlace;
  }

  /** Puts all in place, then opens the gate; returns only then. */
  public void provide() throws InterruptedException {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int failures = 1; ; failures++) {
      try {
        createTopics();
        registerSchemas();
        inPlace.countDown();
        return;
      } catch (IOException | RuntimeException e) {
        Duration delay = BACKOFF.delay(failures, random);
        LOG.warn(
            "waiting for broker {} and registry {}: {}; next try in {} ms",
            clients.servers(),
            registry.url(),
            e.getMessage(),
            delay.toMillis());
        TimeUnit.NANOSECONDS.sleep(delay.toNanos());
      }
    }
  }

  /** Opens the gate for a deployment where someone else puts all in place. */
  public void trust() {
    inPlace.countDown();
  }

  private void createTopics() throws InterruptedException {
    int copies = configuration.replicationFactor();
    try (Admin admin = clients.admin()) {
      new TopicProvisioner(admin, new TopicSettings(configuration.partitions(), copies))
          .ensure(topics.shared())
          .forEach(Contracts::tell);
      new TopicProvisioner(admin, new TopicSettings(topics.state().partitions(), copies))
          .ensure(List.of(topics.state().topic()))
          .forEach(Contracts::tell);
    }
  }

  private void registerSchemas() throws IOException {
    try (SchemaRegistryClient client =
        SchemaRegistryClientFactory.newClient(
            registry.url(), 10, List.of(), registry.clientProperties(), Map.of())) {
      new SchemaProvisioner(client).register(topics.shared()).forEach(Contracts::tell);
    }
  }

  private static void tell(TopicOutcome outcome) {
    switch (outcome) {
      case TopicOutcome.Created(String topic, int partitions) ->
          LOG.info("topic {} created with {} partitions", topic, partitions);
      case TopicOutcome.Present _ -> {}
      case TopicOutcome.Different(String topic, String difference) ->
          LOG.warn("topic {} has {}; it is used as it is", topic, difference);
    }
  }

  private static void tell(SchemaOutcome outcome) {
    switch (outcome) {
      case SchemaOutcome.Registered(String subject, int id) ->
          LOG.info("schema {} registered with id {}", subject, id);
      case SchemaOutcome.Incompatible(String subject, List<String> reasons) ->
          throw new IllegalStateException(
              "schema " + subject + " is not compatible with the registry's: " + reasons);
      case SchemaOutcome.Present _, SchemaOutcome.Compatible _, SchemaOutcome.Missing _ -> {}
    }
  }
}
