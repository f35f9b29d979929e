package io.paperwire.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SchemaProvisionerTest {

  private final String scope = UUID.randomUUID().toString();
  private final SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(scope);
  private final TopicCatalogue catalogue =
      TopicCatalogue.of(RegistrySettings.at("mock://" + scope));
  private final SchemaProvisioner provisioner = new SchemaProvisioner(registry);

  @Test
  void shouldTellThatSchemasAreMissing() {
    assertThat(provisioner.check(List.of(catalogue.digests())))
        .containsExactly(new SchemaOutcome.Missing("digests-value"));
  }

  @Test
  void shouldRegisterOnceAndFindThemAfterwards() {
    assertThat(provisioner.register(catalogue.all()))
        .hasSize(catalogue.all().size())
        .allMatch(SchemaOutcome.Registered.class::isInstance);
    assertThat(provisioner.register(catalogue.all()))
        .hasSize(catalogue.all().size())
        .allMatch(SchemaOutcome.Present.class::isInstance);
    assertThat(provisioner.check(catalogue.all()))
        .hasSize(catalogue.all().size())
        .allMatch(SchemaOutcome.Present.class::isInstance);
  }

  @Test
  void shouldRegisterWhatSerializersLookUp() {
    provisioner.register(catalogue.all());
    Topic<String, PaperSignal> topic = catalogue.paperSignals();
    PaperSignal signal =
        new PaperSignal(
            "arxiv:2401.01234",
            "hugging-face",
            PaperSignalKind.UPVOTE,
            7L,
            Instant.parse("2026-01-02T03:04:05Z"));

    byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), signal);

    assertThat(topic.valueSerde().deserializer().deserialize(topic.name(), bytes))
        .isEqualTo(signal);
  }

  @Test
  void shouldLeaveTopicsOfRawBytesAlone() {
    assertThat(provisioner.register(List.of(TopicCatalogue.deadLetters(catalogue.digests()))))
        .isEmpty();
  }

  /** The kernel takes the connection; nobody reads from it. */
  @Test
  void shouldNotWaitForeverForARegistryThatDoesNotAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SchemaRegistryClient client =
            SchemaProvisioner.connect(
                new RegistrySettings(
                    "http://127.0.0.1:" + silent.getLocalPort(),
                    Map.of("http.read.timeout.ms", "200", "max.retries", "0")))) {
      SchemaProvisioner asking = new SchemaProvisioner(client);

      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> asking.check(List.of(catalogue.digests())))
                  .isInstanceOf(ProvisioningException.class)
                  .hasRootCauseInstanceOf(SocketTimeoutException.class));
    }
  }

  @Test
  void shouldWaitTenSecondsForAnAnswerUnlessToldOtherwise() {
    assertThat(RegistrySettings.at("http://registry").clientProperties())
        .containsEntry("http.read.timeout.ms", "10000");
  }
}
