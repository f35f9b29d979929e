package io.paperwire.deployment;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.provisioning.SelfProvisioning;
import io.paperwire.provisioning.TopicSettings;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the beans that every service has. */
@Factory
final class DeploymentFactory {

  @Singleton
  KafkaSettings kafka(Environment environment) {
    return KafkaSettings.of(name -> environment.getProperty("kafka." + name, String.class));
  }

  @Singleton
  RegistrySettings registry(RegistryConfiguration configuration) {
    return configuration.settings();
  }

  @Singleton
  TopicCatalogue catalogue(
      RegistrySettings registry,
      @Property(name = "paperwire.topics.prefix", defaultValue = "") String prefix) {
    return TopicCatalogue.of(registry, prefix);
  }

  @Singleton
  TopicSettings topics(
      TopicCatalogue catalogue, Environment environment, List<FixedPartitions> fixed) {
    TopicSettings settings =
        TopicSettings.of(
            catalogue, name -> environment.getProperty("paperwire.topics." + name, String.class));
    for (FixedPartitions topic : fixed) {
      settings = settings.withPartitions(topic.topic(), topic.partitions());
    }
    return settings;
  }

  @Singleton
  Provisioning provisioning(
      KafkaSettings kafka,
      RegistrySettings registry,
      TopicSettings topics,
      TopicCatalogue catalogue,
      @Property(name = "paperwire.provision.enabled", defaultValue = "true") boolean enabled,
      @Property(name = "micronaut.application.name", defaultValue = "paperwire") String service) {
    return enabled
        ? new SelfProvisioning(kafka.admin(service + "-provisioning"), registry, topics, catalogue)
        : Provisioning.leftToOperators();
  }
}
