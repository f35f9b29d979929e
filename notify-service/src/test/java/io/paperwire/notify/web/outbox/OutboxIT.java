package io.paperwire.notify.web.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.embedded.Backend;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.provisioning.Provisioning;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class OutboxIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long TOMBSTONE = Long.MAX_VALUE;

  private final Backends backends;
  private final RunningWeb web;

  OutboxIT(Backends backends) {
    this.backends = backends;
    web = RunningWeb.start(backends, "outbox-it");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldShutOutAHolderThatLostTheLockWithoutKnowing() throws InterruptedException {
    TopicCatalogue catalogue =
        TopicCatalogue.of(RegistrySettings.at(backends.registryUrl()), "outbox-two-holders-");
    OutboxProducers producers =
        new OutboxProducers(catalogue, web.bean(Provisioning.class), web.bean(KafkaSettings.class));
    String subscriber = UUID.randomUUID().toString();

    try (OutboxProducer former = producers.open()) {
      former.begin();
      var _ = former.send(subscriber, Optional.of(interests(subscriber, 7)));
      try (OutboxProducer holder = producers.open()) {
        holder.begin();
        var _ = holder.send(subscriber, Optional.empty());
        holder.commit();

        assertThatThrownBy(former::commit).isInstanceOf(KafkaException.class);
        assertThatThrownBy(former::begin).isInstanceOf(KafkaException.class);
        holder.begin();
        var _ = holder.send("end", Optional.of(interests("end", 1)));
        holder.commit();
      }
    }

    assertThat(toldUntilTheEnd(catalogue, subscriber)).containsExactly(TOMBSTONE);
  }

  @Test
  void shouldTellNothingOldAfterSomethingNewerWhileTheLockChangesHands() {
    try (RunningWeb two = RunningWeb.start(backends, "outbox-it")) {
      Jdbi database = web.bean(Jdbi.class);
      UUID subscriber = UUID.randomUUID();
      subscribe(database, subscriber);
      long revision = 0;
      for (int turn = 0; turn < 5; turn++) {
        for (int change = 0; change < 40; change++) {
          revision++;
          change(database, subscriber, revision);
        }
        endSessionOfTheHolder(database);
        await().atMost(LIMIT).until(() -> holders(database) == 1);
      }
      erase(database, subscriber);
      UUID end = new UUID(0, 0);
      subscribe(database, end);
      change(database, end, 1);

      List<Long> told = toldUntilTheEnd(two.bean(TopicCatalogue.class), subscriber.toString());

      assertThat(told).isSorted().endsWith(TOMBSTONE);
      await().atMost(LIMIT).until(() -> waiting(database) == 0);
    }
  }

  @Test
  void shouldSetAsideWhatIsLargerThanARequestAndTellTheRest() {
    assertSetAsideUntilItIsSmaller(web, 1_100_000);
  }

  @Test
  void shouldSetAsideWhatIsLargerThanTheBrokerTakes()
      throws InterruptedException, ExecutionException {
    try (RunningWeb small = RunningWeb.start(backends, "outbox-small-topic-it");
        Admin admin = Admin.create(Map.of("bootstrap.servers", backends.bootstrapServers()))) {
      ConfigResource topic =
          new ConfigResource(
              ConfigResource.Type.TOPIC, small.bean(TopicCatalogue.class).interests().name());
      admin
          .incrementalAlterConfigs(
              Map.of(
                  topic,
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("max.message.bytes", "20000"),
                          AlterConfigOp.OpType.SET))))
          .all()
          .get();
      assertSetAsideUntilItIsSmaller(small, 30_000);
    }
  }

  /** Those behind it are told; so is its subscriber, once there is less to tell. */
  private void assertSetAsideUntilItIsSmaller(RunningWeb on, int tooLarge) {
    Jdbi database = on.bean(Jdbi.class);
    UUID large = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    subscribe(database, large);
    subscribe(database, other);
    follow(database, large, "x".repeat(tooLarge));
    database.useTransaction(
        handle -> {
          new OutboxTable(handle).addInterests(large, Instant.EPOCH);
          new OutboxTable(handle).addInterests(other, Instant.EPOCH);
        });

    await().atMost(LIMIT).until(() -> waiting(database) == 0);
    assertThat(on.get("/health").body())
        .containsPattern("\"outbox\":\\{[^}]*\"details\":\\{[^}]*\"setAside\":1");
    assertThat(on.get("/prometheus").body())
        .contains("paperwire_outbox_set_aside 1.0", "paperwire_outbox_waiting 0.0");

    follow(database, large, "less");
    change(database, large, 2);
    await().atMost(LIMIT).until(() -> waiting(database) == 0);

    assertThat(told(on.bean(TopicCatalogue.class), Set.of(large.toString(), other.toString())))
        .containsExactlyInAnyOrder(other + " at 0", large + " at 2");
    assertThat(on.get("/health").body()).contains("\"setAside\":0");
  }

  private static void follow(Jdbi database, UUID subscriber, String phrase) {
    database.useTransaction(
        handle -> {
          handle.execute("delete from interests where subscriber_id = ?", subscriber);
          handle.execute(
              "insert into interests (subscriber_id, interest_id, kind, value, position)"
                  + " values (?, 'phrase:1', 'phrase', ?, 0)",
              subscriber,
              phrase);
        });
  }

  /** What readers see first of some subscribers: the revisions of their interests. */
  private List<String> told(TopicCatalogue catalogue, Set<String> subscribers) {
    List<String> told = new ArrayList<>();
    try (var consumer = reader(catalogue)) {
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                  if (subscribers.contains(record.key())) {
                    told.add(record.key() + " at " + record.value().getRevision());
                  }
                }
                return told.size() >= subscribers.size();
              });
    }
    return told;
  }

  /** The revisions that readers see of a subscriber, up to the first record of another one. */
  private List<Long> toldUntilTheEnd(TopicCatalogue catalogue, String subscriber) {
    List<Long> told = new ArrayList<>();
    List<String> others = new ArrayList<>();
    try (var consumer = reader(catalogue)) {
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                  if (record.key().equals(subscriber)) {
                    told.add(record.value() == null ? TOMBSTONE : record.value().getRevision());
                  } else {
                    others.add(record.key());
                  }
                }
                return !others.isEmpty() && told.contains(TOMBSTONE);
              });
    }
    return told;
  }

  private KafkaConsumer<String, SubscriberInterests> reader(TopicCatalogue catalogue) {
    Topic<String, SubscriberInterests> topic = catalogue.interests();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            backends.bootstrapServers(),
            "group.id",
            "reader-of-" + topic.name(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    var consumer =
        new KafkaConsumer<>(
            settings, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    consumer.subscribe(List.of(topic.name()));
    return consumer;
  }

  private static SubscriberInterests interests(String subscriber, long revision) {
    return SubscriberInterests.newBuilder()
        .setSubscriberId(subscriber)
        .setRevision(revision)
        .setInterests(List.of())
        .setCadence(Cadence.DAILY)
        .setZone("UTC")
        .setSendMinuteOfDay(480)
        .setSendDayOfWeek(1)
        .setActiveSince(Instant.EPOCH)
        .build();
  }

  private static void subscribe(Jdbi database, UUID subscriber) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into subscribers (id, address, address_key, state, cadence, zone,"
                        + " send_minute, send_day, created_at, confirmed_at, updated_at) values"
                        + " (:id, :key, :key, 'confirmed', 'daily', 'UTC', 480, 1, now(), now(),"
                        + " now())")
                .bind("id", subscriber)
                .bind("key", subscriber.toString())
                .execute());
  }

  private static void change(Jdbi database, UUID subscriber, long revision) {
    database.useTransaction(
        handle -> {
          handle
              .createUpdate("update subscribers set revision = :revision where id = :id")
              .bind("revision", revision)
              .bind("id", subscriber)
              .execute();
          new OutboxTable(handle).addInterests(subscriber, Instant.EPOCH);
        });
  }

  private static void erase(Jdbi database, UUID subscriber) {
    database.useTransaction(
        handle -> {
          handle.execute("delete from subscribers where id = ?", subscriber);
          new OutboxTable(handle).addInterests(subscriber, Instant.EPOCH);
        });
  }

  private static void endSessionOfTheHolder(Jdbi database) {
    database.useHandle(
        handle ->
            handle
                .createQuery(
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname ="
                        + " current_database())")
                .mapTo(Boolean.class)
                .list());
  }

  private static int holders(Jdbi database) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from pg_locks where locktype = 'advisory' and database ="
                        + " (select oid from pg_database where datname = current_database())")
                .mapTo(Integer.class)
                .one());
  }

  private static long waiting(Jdbi database) {
    return database.withHandle(handle -> new OutboxTable(handle).waiting());
  }
}
