package io.paperwire.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TopicCatalogueTest {

  private static final RegistrySettings REGISTRY = RegistrySettings.at("mock://topic-catalogue");

  @Test
  void shouldNameEveryTopicInTheOrderOfTheFlow() {
    assertThat(TopicCatalogue.of(REGISTRY).all())
        .extracting(Topic::name)
        .containsExactly(
            "paper-events",
            "paper-signals",
            "paper-vectors",
            "paper-standings",
            "paper-summaries",
            "enriched-papers",
            "interests",
            "digests",
            "delivery-events");
  }

  @Test
  void shouldPutThePrefixBeforeEveryTopicAndSubject() {
    assertThat(TopicCatalogue.of(REGISTRY, "lab.").all())
        .allMatch(topic -> topic.name().startsWith("lab."))
        .allMatch(topic -> topic.valueSubject().equals(topic.name() + "-value"));
  }

  @Test
  void shouldKeepPapersAndInterestsForEver() {
    TopicCatalogue catalogue = TopicCatalogue.of(REGISTRY);

    assertThat(catalogue.enrichedPapers().retention()).isEqualTo(Retention.compacted());
    assertThat(catalogue.interests().retention()).isEqualTo(Retention.compacted());
    assertThat(catalogue.digests().retention()).isEqualTo(Retention.days(7));
  }

  @Test
  void shouldTakeSchemasWithoutWhatOnlyJavaKnows() {
    assertThat(TopicCatalogue.of(REGISTRY).all())
        .allMatch(topic -> topic.valueSchema().isPresent())
        .noneMatch(topic -> topic.valueSchema().orElseThrow().toString().contains("avro.java"));
  }

  @Test
  void shouldKeepDeadLettersAsTheBytesThatWereRead() {
    Topic<byte[], byte[]> letters =
        TopicCatalogue.deadLetters(TopicCatalogue.of(REGISTRY, "lab.").paperEvents());

    assertThat(letters.name()).isEqualTo("lab.paper-events.dlq");
    assertThat(letters.valueSchema()).isEmpty();
    assertThat(letters.retention()).isEqualTo(new Retention.Deleted(Duration.ofDays(30)));
  }

  @Test
  void shouldRefuseARegistryWithoutAddress() {
    assertThatThrownBy(() -> RegistrySettings.at(" "))
        .hasMessage("the schema registry has no address: set paperwire.registry.url");
  }
}
