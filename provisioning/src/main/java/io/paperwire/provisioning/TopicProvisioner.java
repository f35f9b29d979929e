package io.paperwire.provisioning;

import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing on a broker and compares those that exist. */
public final class TopicProvisioner {

  private final Admin admin;
  private final TopicSettings settings;

  /**
   * A provisioner.
   *
   * @param admin a client of the broker; stays the caller's to close
   * @param settings how topics are made
   */
  public TopicProvisioner(Admin admin, TopicSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /**
   * Makes sure that topics exist. Safe to call from several instances at once.
   *
   * @return one outcome a topic, in the order given
   * @throws ProvisioningException if the broker cannot be reached or refuses
   */
  public List<TopicOutcome> ensure(List<? extends Topic<?, ?>> topics) throws InterruptedException {
    Set<String> existing = existing(topics);
    List<NewTopic> missing =
        topics.stream().filter(topic -> !existing.contains(topic.name())).map(this::plan).toList();
    Set<String> created = create(missing);
    List<TopicOutcome> outcomes = new ArrayList<>();
    for (Topic<?, ?> topic : topics) {
      outcomes.add(
          created.contains(topic.name())
              ? new TopicOutcome.Created(topic.name(), settings.partitions())
              : compare(topic));
    }
    return List.copyOf(outcomes);
  }

  private Set<String> existing(List<? extends Topic<?, ?>> topics) throws InterruptedException {
    Set<String> all = await(admin.listTopics().names(), "the topics cannot be listed");
    return topics.stream().map(Topic::name).filter(all::contains).collect(Collectors.toSet());
  }

  private NewTopic plan(Topic<?, ?> topic) {
    return new NewTopic(topic.name(), settings.partitions(), (short) settings.replicationFactor())
        .configs(configuration(topic));
  }

  private Map<String, String> configuration(Topic<?, ?> topic) {
    Map<String, String> configuration = new HashMap<>();
    configuration.put(
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.minInSyncReplicas()));
    switch (topic.retention()) {
      case Retention.Compacted() ->
          configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      case Retention.Deleted(var time) -> {
        configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configuration.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis()));
      }
    }
    return configuration;
  }

  private Set<String> create(List<NewTopic> missing) throws InterruptedException {
    Map<String, KafkaFuture<Void>> results = admin.createTopics(missing).values();
    Set<String> created = new HashSet<>();
    for (Map.Entry<String, KafkaFuture<Void>> result : results.entrySet()) {
      try {
        result.getValue().get();
        created.add(result.getKey());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw ProvisioningException.of("topic '" + result.getKey() + "' cannot be created", e);
        }
      }
    }
    return created;
  }

  private TopicOutcome compare(Topic<?, ?> topic) throws InterruptedException {
    List<String> differences = new ArrayList<>();
    TopicDescription description =
        await(
            Objects.requireNonNull(
                admin.describeTopics(List.of(topic.name())).topicNameValues().get(topic.name())),
            "topic '" + topic.name() + "' cannot be described");
    int partitions = description.partitions().size();
    if (partitions != settings.partitions()) {
      differences.add(partitions + " partitions instead of " + settings.partitions());
    }
    Config config = configOf(topic.name());
    String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
    String wanted = configuration(topic).get(TopicConfig.CLEANUP_POLICY_CONFIG);
    if (!policy.equals(wanted)) {
      differences.add("cleanup.policy '" + policy + "' instead of '" + wanted + "'");
    }
    return differences.isEmpty()
        ? new TopicOutcome.Present(topic.name())
        : new TopicOutcome.Different(topic.name(), String.join(", ", differences));
  }

  private Config configOf(String topic) throws InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return await(
        Objects.requireNonNull(admin.describeConfigs(List.of(resource)).values().get(resource)),
        "the settings of topic '" + topic + "' cannot be read");
  }

  private static <T> T await(KafkaFuture<T> future, String failure) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw ProvisioningException.of(failure, e);
    }
  }
}
