package io.paperwire.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.embedded.Backend;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@UseBackends(Backend.KAFKA)
final class TopicProvisionerIT {

  private final TopicCatalogue catalogue =
      TopicCatalogue.of(RegistrySettings.at("mock://topics"), UUID.randomUUID() + ".");
  private final Admin admin;

  TopicProvisionerIT(Backends backends) {
    admin = Admin.create(Map.of("bootstrap.servers", backends.bootstrapServers()));
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void shouldCreateWhatIsMissingAndFindItAfterwards() throws Exception {
    Topic<?, ?> events = catalogue.paperEvents();
    Topic<?, ?> interests = catalogue.interests();
    TopicProvisioner provisioner = new TopicProvisioner(admin, new TopicSettings(2, 1));

    assertThat(provisioner.ensure(List.of(events)))
        .containsExactly(new TopicOutcome.Created(events.name(), 2));
    assertThat(provisioner.ensure(List.of(events, interests)))
        .containsExactly(
            new TopicOutcome.Present(events.name()), new TopicOutcome.Created(interests.name(), 2));
    assertThat(provisioner.ensure(List.of(interests, events)))
        .containsExactly(
            new TopicOutcome.Present(interests.name()), new TopicOutcome.Present(events.name()));
  }

  @Test
  void shouldSayHowATopicDiffers() throws Exception {
    String events = catalogue.paperEvents().name();
    String interests = catalogue.interests().name();
    admin
        .createTopics(
            List.of(
                new NewTopic(events, 3, (short) 1).configs(Map.of("retention.ms", "1000")),
                new NewTopic(interests, 2, (short) 1)))
        .all()
        .get();

    assertThat(
            new TopicProvisioner(admin, new TopicSettings(2, 1))
                .ensure(List.of(catalogue.paperEvents(), catalogue.interests())))
        .containsExactly(
            new TopicOutcome.Different(
                events, "3 partitions instead of 2, retention.ms '1000' instead of '2592000000'"),
            new TopicOutcome.Different(interests, "cleanup.policy 'delete' instead of 'compact'"));
  }

  @Test
  void shouldMakeATopicAsItsOverrideSays() throws Exception {
    String digests = catalogue.digests().name();
    TopicOverride override = new TopicOverride(Optional.of(5), Optional.of(Duration.ofDays(1)));
    TopicSettings settings = new TopicSettings(2, 1, Map.of(digests, override));

    assertThat(new TopicProvisioner(admin, settings).ensure(List.of(catalogue.digests())))
        .containsExactly(new TopicOutcome.Created(digests, 5));
    assertThat(
            new TopicProvisioner(admin, new TopicSettings(2, 1))
                .ensure(List.of(catalogue.digests())))
        .containsExactly(
            new TopicOutcome.Different(
                digests,
                "5 partitions instead of 2, retention.ms '86400000' instead of '604800000'"));
  }

  @Test
  void shouldLetOneOfSeveralInstancesCreateATopic() throws Exception {
    TopicProvisioner provisioner = new TopicProvisioner(admin, new TopicSettings(2, 1));
    List<TopicOutcome> outcomes = new ArrayList<>();
    try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<TopicOutcome>>> starts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        starts.add(instances.submit(() -> provisioner.ensure(catalogue.all())));
      }
      for (Future<List<TopicOutcome>> start : starts) {
        outcomes.addAll(start.get());
      }
    }

    assertThat(outcomes)
        .hasSize(8 * catalogue.all().size())
        .allMatch(outcome -> !(outcome instanceof TopicOutcome.Different));
    assertThat(outcomes.stream().filter(TopicOutcome.Created.class::isInstance))
        .hasSize(catalogue.all().size());
  }

  @Test
  void shouldRefuseThatTopicsReadTogetherDifferInPartitions() throws Exception {
    String events = catalogue.paperEvents().name();
    String signals = catalogue.paperSignals().name();
    TopicProvisioner provisioner =
        new TopicProvisioner(admin, new TopicSettings(2, 1).withPartitions(signals, 3));
    List<Topic<?, ?>> together = List.of(catalogue.paperEvents(), catalogue.paperSignals());
    provisioner.ensure(together);

    assertThatThrownBy(() -> provisioner.requireSamePartitions(together))
        .isInstanceOf(ProvisioningException.class)
        .hasMessage(
            "topics that are read together need the same number of partitions, but there are "
                + events
                + " with 2, "
                + signals
                + " with 3");
  }

  @Test
  void shouldSayWhyATopicCannotBeCreated() {
    assertThatThrownBy(
            () ->
                new TopicProvisioner(admin, new TopicSettings(1, 3))
                    .ensure(List.of(catalogue.digests())))
        .isInstanceOf(ProvisioningException.class)
        .hasMessageStartingWith("topic '" + catalogue.digests().name() + "' cannot be created: ")
        .hasMessageContaining("replicat");
  }
}
