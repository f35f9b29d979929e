package io.paperwire.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TopicSettingsTest {

  private static final TopicCatalogue CATALOGUE =
      TopicCatalogue.of(RegistrySettings.at("mock://topic-settings"));

  @Test
  void shouldHaveDefaults() {
    assertThat(settings(Map.of())).isEqualTo(new TopicSettings(6, 1));
  }

  @Test
  void shouldReadEverySetting() {
    TopicSettings settings =
        settings(
            Map.of(
                "partitions", "12",
                "replication-factor", "3",
                "overrides.interests.partitions", "1000",
                "overrides.paper-events.partitions", "24",
                "overrides.paper-events.retention-days", "90"));

    assertThat(settings)
        .isEqualTo(
            new TopicSettings(
                12,
                3,
                Map.of(
                    "interests", new TopicOverride(Optional.of(1000), Optional.empty()),
                    "paper-events",
                        new TopicOverride(Optional.of(24), Optional.of(Duration.ofDays(90))))));
    assertThat(settings.partitionsOf("interests")).isEqualTo(1000);
    assertThat(settings.partitionsOf("digests")).isEqualTo(12);
    assertThat(settings.minInSyncReplicas()).isEqualTo(2);
  }

  @Test
  void shouldKeepRecordsAsLongAsTheOverrideSays() {
    TopicSettings settings = settings(Map.of("overrides.digests.retention-days", "14"));

    assertThat(settings.retentionOf(CATALOGUE.digests())).isEqualTo(Retention.days(14));
    assertThat(settings.retentionOf(CATALOGUE.paperEvents())).isEqualTo(Retention.days(30));
    assertThat(settings.retentionOf(CATALOGUE.interests())).isEqualTo(Retention.compacted());
  }

  @Test
  void shouldRefuseARetentionOfACompactedTopic() {
    TopicSettings settings = settings(Map.of("overrides.interests.retention-days", "14"));

    assertThatThrownBy(() -> settings.retentionOf(CATALOGUE.interests()))
        .hasMessageStartingWith(
            "paperwire.topics.overrides.interests.retention-days is set, but the topic is"
                + " compacted");
  }

  @Test
  void shouldSayWhichSettingIsWrong() {
    assertThatThrownBy(() -> settings(Map.of("partitions", "0")))
        .hasMessage("paperwire.topics.partitions must be at least 1, not 0");
    assertThatThrownBy(() -> settings(Map.of("replication-factor", "three")))
        .hasMessage("paperwire.topics.replication-factor must be a whole number, not 'three'");
    assertThatThrownBy(() -> settings(Map.of("overrides.digests.retention-days", "7d")))
        .hasMessage(
            "paperwire.topics.overrides.digests.retention-days must be a whole number, not '7d'");
    assertThatThrownBy(() -> settings(Map.of("overrides.digests.partitions", "-1")))
        .hasMessage("a topic's partitions must be at least 1, not -1");
  }

  @Test
  void shouldChangeThePartitionsOfOneTopicOnly() {
    TopicSettings settings =
        settings(Map.of("overrides.digests.retention-days", "14")).withPartitions("digests", 1);

    assertThat(settings.partitionsOf("digests")).isEqualTo(1);
    assertThat(settings.partitionsOf("interests")).isEqualTo(6);
    assertThat(settings.retentionOf(CATALOGUE.digests())).isEqualTo(Retention.days(14));
  }

  private static TopicSettings settings(Map<String, String> properties) {
    return TopicSettings.of(CATALOGUE, name -> Optional.ofNullable(properties.get(name)));
  }
}
