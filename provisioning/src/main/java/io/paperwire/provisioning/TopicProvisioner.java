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
   * Makes sure that topics exist. Safe to call from several instances at once: of those that find a
   * topic missing one creates it, and the others find it present.
   *
   * @return one outcome a topic, in the order given
   * @throws ProvisioningException if the broker cannot be reached or refuses
   */
  public List<TopicOutcome> ensure(List<? extends Topic<?, ?>> topics) throws InterruptedException {
    Set<String> existing = existing(topics);
    Set<String> created =
        create(
            topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(this::plan)
                .toList());
    Map<String, TopicDescription> descriptions =
        await(admin.describeTopics(existing).allTopicNames(), "topics cannot be described");
    Map<ConfigResource, Config> configs =
        await(
            admin.describeConfigs(existing.stream().map(TopicProvisioner::resource).toList()).all(),
            "the settings of topics cannot be read");
    List<TopicOutcome> outcomes = new ArrayList<>();
    for (Topic<?, ?> topic : topics) {
      if (existing.contains(topic.name())) {
        outcomes.add(
            compare(
                topic,
                Objects.requireNonNull(descriptions.get(topic.name())),
                Objects.requireNonNull(configs.get(resource(topic.name())))));
      } else {
        outcomes.add(
            created.contains(topic.name())
                ? new TopicOutcome.Created(topic.name(), settings.partitionsOf(topic.name()))
                : new TopicOutcome.Present(topic.name()));
      }
    }
    return List.copyOf(outcomes);
  }

  /**
   * Makes sure that topics that are read together have the same number of partitions.
   *
   * @throws ProvisioningException if they differ, or the broker cannot be reached
   */
  public void requireSamePartitions(List<? extends Topic<?, ?>> together)
      throws InterruptedException {
    Map<String, TopicDescription> descriptions =
        await(
            admin.describeTopics(together.stream().map(Topic::name).toList()).allTopicNames(),
            "topics cannot be described");
    if (descriptions.values().stream().map(d -> d.partitions().size()).distinct().count() > 1) {
      throw new ProvisioningException(
          "topics that are read together need the same number of partitions, but there are "
              + descriptions.values().stream()
                  .map(d -> d.name() + " with " + d.partitions().size())
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
  }

  private Set<String> existing(List<? extends Topic<?, ?>> topics) throws InterruptedException {
    Set<String> all = await(admin.listTopics().names(), "the topics cannot be listed");
    return topics.stream().map(Topic::name).filter(all::contains).collect(Collectors.toSet());
  }

  private NewTopic plan(Topic<?, ?> topic) {
    Map<String, String> configs = new HashMap<>(retention(topic));
    configs.put(
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.minInSyncReplicas()));
    return new NewTopic(
            topic.name(), settings.partitionsOf(topic.name()), (short) settings.replicationFactor())
        .configs(configs);
  }

  private Map<String, String> retention(Topic<?, ?> topic) {
    return switch (settings.retentionOf(topic)) {
      case Retention.Compacted() ->
          Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      case Retention.Deleted(var time) ->
          Map.of(
              TopicConfig.CLEANUP_POLICY_CONFIG,
              TopicConfig.CLEANUP_POLICY_DELETE,
              TopicConfig.RETENTION_MS_CONFIG,
              Long.toString(time.toMillis()));
    };
  }

  /** Creates topics; leaves out those that another instance has created meanwhile. */
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

  /** What must not differ: partitions decide where keys are, and retention what is lost. */
  private TopicOutcome compare(Topic<?, ?> topic, TopicDescription description, Config config) {
    List<String> differences = new ArrayList<>();
    int wantedPartitions = settings.partitionsOf(topic.name());
    int partitions = description.partitions().size();
    if (partitions != wantedPartitions) {
      differences.add(partitions + " partitions instead of " + wantedPartitions);
    }
    retention(topic)
        .forEach(
            (name, wanted) -> {
              String value = config.get(name).value();
              if (!wanted.equals(value)) {
                differences.add(name + " '" + value + "' instead of '" + wanted + "'");
              }
            });
    return differences.isEmpty()
        ? new TopicOutcome.Present(topic.name())
        : new TopicOutcome.Different(
            topic.name(), differences.stream().sorted().collect(Collectors.joining(", ")));
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static <T> T await(KafkaFuture<T> future, String failure) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw ProvisioningException.of(failure, e);
    }
  }
}
