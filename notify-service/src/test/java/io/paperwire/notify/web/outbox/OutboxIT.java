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
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class OutboxIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long TOMBSTONE = Long.MAX_VALUE;

  private final Backends backends;

  OutboxIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldShutOutAHolderThatLostTheLockWithoutKnowing() throws InterruptedException {
    try (RunningWeb web = RunningWeb.start(backends, "outbox-fence-it")) {
      TopicCatalogue catalogue =
          TopicCatalogue.of(RegistrySettings.at(backends.registryUrl()), "outbox-two-holders-");
      OutboxProducers producers =
          new OutboxProducers(
              catalogue, web.bean(Provisioning.class), web.bean(KafkaSettings.class));
      String subscriber = UUID.randomUUID().toString();

      try (OutboxProducer former = producers.open()) {
        former.begin();
        former.send(subscriber, Optional.of(interests(subscriber, 7)));
        try (OutboxProducer holder = producers.open()) {
          holder.begin();
          holder.send(subscriber, Optional.empty());
          holder.commit();

          assertThatThrownBy(former::commit).isInstanceOf(KafkaException.class);
          assertThatThrownBy(former::begin).isInstanceOf(KafkaException.class);
          holder.begin();
          holder.send("end", Optional.of(interests("end", 1)));
          holder.commit();
        }
      }

      assertThat(toldUntilTheEnd(catalogue, subscriber)).containsExactly(TOMBSTONE);
    }
  }

  @Test
  void shouldTellNothingOldAfterSomethingNewerWhileTheLockChangesHands() {
    try (RunningWeb one = RunningWeb.start(backends, "outbox-it");
        RunningWeb two = RunningWeb.start(backends, "outbox-it")) {
      Jdbi database = one.bean(Jdbi.class);
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

  /** The revisions that readers see of a subscriber, up to the first record of another one. */
  private List<Long> toldUntilTheEnd(TopicCatalogue catalogue, String subscriber) {
    List<Long> told = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Map<String, Object> reader =
        Map.of(
            "bootstrap.servers",
            backends.bootstrapServers(),
            "group.id",
            "reader-of-" + catalogue.interests().name(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(
            reader,
            catalogue.interests().keySerde().deserializer(),
            catalogue.interests().valueSerde().deserializer())) {
      consumer.subscribe(List.of(catalogue.interests().name()));
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
