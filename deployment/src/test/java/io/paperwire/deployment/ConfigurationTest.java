package io.paperwire.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.provisioning.SelfProvisioning;
import io.paperwire.provisioning.TopicOverride;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConfigurationTest {

  @Test
  void shouldHaveDefaults() {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("kafka.bootstrap.servers", "broker:1"))) {
      assertThat(context.getBean(KafkaSettings.class)).isEqualTo(KafkaSettings.at("broker:1"));
      assertThat(context.getBean(RegistrySettings.class))
          .isEqualTo(RegistrySettings.at("http://localhost:8085/apis/ccompat/v7"));
      assertThat(context.getBean(TopicSettings.class)).isEqualTo(new TopicSettings(6, 1));
      assertThat(context.getBean(TopicCatalogue.class).interests().name()).isEqualTo("interests");
      assertThat(context.getBean(Provisioning.class)).isInstanceOf(SelfProvisioning.class);
    }
  }

  @Test
  void shouldReadEveryKey() {
    Map<String, Object> properties =
        Map.ofEntries(
            Map.entry("kafka.bootstrap.servers", "one:1,two:2"),
            Map.entry("kafka.security.protocol", "SSL"),
            Map.entry("paperwire.registry.url", "http://registry"),
            Map.entry("paperwire.registry.client.basic.auth.user.info", "u:p"),
            Map.entry("paperwire.topics.prefix", "lab-"),
            Map.entry("paperwire.topics.partitions", "12"),
            Map.entry("paperwire.topics.replication-factor", "3"),
            Map.entry("paperwire.topics.overrides.lab-paper-events.partitions", "24"),
            Map.entry("paperwire.topics.overrides.lab-paper-events.dlq.retention-days", "90"),
            Map.entry("paperwire.provision.enabled", "false"));
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      KafkaSettings kafka = context.getBean(KafkaSettings.class);
      assertThat(kafka.servers()).isEqualTo("one:1,two:2");
      assertThat(kafka.client("reader"))
          .isEqualTo(
              Map.of(
                  "bootstrap.servers", "one:1,two:2",
                  "security.protocol", "SSL",
                  "client.id", "reader"));
      assertThat(kafka.admin("health"))
          .containsEntry("default.api.timeout.ms", 10_000)
          .containsEntry("request.timeout.ms", 5_000);
      assertThat(context.getBean(RegistrySettings.class))
          .isEqualTo(
              new RegistrySettings("http://registry", Map.of("basic.auth.user.info", "u:p")));
      assertThat(context.getBean(TopicCatalogue.class).interests().name())
          .isEqualTo("lab-interests");
      assertThat(context.getBean(TopicSettings.class))
          .isEqualTo(
              new TopicSettings(
                  12,
                  3,
                  Map.of(
                      "lab-paper-events",
                      new TopicOverride(Optional.of(24), Optional.empty()),
                      "lab-paper-events.dlq",
                      new TopicOverride(Optional.empty(), Optional.of(Duration.ofDays(90))))));
      assertThat(context.getBean(Provisioning.class)).isNotInstanceOf(SelfProvisioning.class);
    }
  }

  @Test
  void shouldReadKeysWithSeveralWordsFromTheEnvironment() {
    Map<String, Object> variables =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "broker:1",
            "KAFKA_SASL_JAAS_CONFIG", "module required;",
            "PAPERWIRE_REGISTRY_CLIENT_BASIC_AUTH_USER_INFO", "u:p");
    PropertySource environment =
        new MapPropertySource("environment", variables) {
          @Override
          public PropertyConvention getConvention() {
            return PropertyConvention.ENVIRONMENT_VARIABLE;
          }
        };
    try (ApplicationContext context =
        ApplicationContext.builder().propertySources(environment).start()) {
      assertThat(context.getBean(KafkaSettings.class).client("reader"))
          .containsEntry("sasl.jaas.config", "module required;");
      assertThat(context.getBean(RegistrySettings.class).clientProperties())
          .containsEntry("basic.auth.user.info", "u:p");
    }
  }

  @Test
  void shouldLetATopicOfTheServiceHaveItsOwnPartitions() {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .properties(Map.of("kafka.bootstrap.servers", "broker:1"))
            .singletons(new FixedPartitions("state", 4))
            .start()) {
      TopicSettings topics = context.getBean(TopicSettings.class);

      assertThat(List.of(topics.partitionsOf("state"), topics.partitionsOf("digests")))
          .containsExactly(4, 6);
    }
  }

  @Test
  void shouldSayThatThereIsNoBroker() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThatThrownBy(() -> context.getBean(KafkaSettings.class))
          .hasMessageContaining(
              "no broker is configured: set kafka.bootstrap.servers (KAFKA_BOOTSTRAP_SERVERS)");
    }
  }
}
