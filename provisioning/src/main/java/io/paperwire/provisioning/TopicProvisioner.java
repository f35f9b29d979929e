package io.paperwire.provisioning;

import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing on a broker and compares those that exist. */
public final class TopicProvisioner {

  private static final Duration SHOWN_LIMIT = Duration.ofSeconds(30);
  private static final Duration SHOWN_PAUSE = Duration.ofMillis(50);

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
   * Makes sure that topics exist, and that the broker shows them to its clients. Safe to call from
   * several instances at once: of those that find a topic missing one creates it, and the others
   * find it present.
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
    Map<String, Integer> partitions = new HashMap<>();
    for (Topic<?, ?> topic : topics) {
      partitions.put(topic.name(), awaitShown(topic.name()).partitions().size());
    }
    Map<ConfigResource, Config> configs =
        await(
            admin
                .describeConfigs(
                    partitions.keySet().stream().map(TopicProvisioner::resource).toList())
                .all(),
            "the settings of topics cannot be read");
    return topics.stream()
        .map(
            topic ->
                created.contains(topic.name())
                    ? new TopicOutcome.Created(
                        topic.name(), Objects.requireNonNull(partitions.get(topic.name())))
                    : compare(
                        topic,
                        Objects.requireNonNull(partitions.get(topic.name())),
                        Objects.requireNonNull(configs.get(resource(topic.name())))))
        .toList();
  }

  /**
   * Makes sure that topics that are read together have the same number of partitions.
   *
   * @throws ProvisioningException if they differ, or the broker cannot be reached
   */
  public void requireSamePartitions(List<? extends Topic<?, ?>> together)
      throws InterruptedException {
    List<TopicDescription> descriptions = new ArrayList<>();
    for (Topic<?, ?> topic : together) {
      descriptions.add(awaitShown(topic.name()));
    }
    if (descriptions.stream().map(d -> d.partitions().size()).distinct().count() > 1) {
      throw new ProvisioningException(
          "topics that are read together need the same number of partitions, but there are "
              + descriptions.stream()
                  .map(d -> d.name() + " with " + d.partitions().size())
                  .collect(Collectors.joining(", ")));
    }
  }

  /** Describes a topic; one that has just been created may take a moment to reach each broker. */
  private TopicDescription awaitShown(String topic) throws InterruptedException {
    long deadline = System.nanoTime() + SHOWN_LIMIT.toNanos();
    while (true) {
      KafkaFuture<TopicDescription> description =
          Objects.requireNonNull(admin.describeTopics(List.of(topic)).topicNameValues().get(topic));
      try {
        return description.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw ProvisioningException.of("topic '" + topic + "' cannot be described", e);
        }
        TimeUnit.NANOSECONDS.sleep(SHOWN_PAUSE.toNanos());
      }
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
  private TopicOutcome compare(Topic<?, ?> topic, int partitions, Config config) {
    List<String> differences = new ArrayList<>();
    int wantedPartitions = settings.partitionsOf(topic.name());
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
