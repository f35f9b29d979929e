package io.paperwire.notify.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.mail.report.SampleReport;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.DeliveryEventKind;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What comes back from mail servers: whom it concerns, and what becomes of it. */
@TestInstance(Lifecycle.PER_CLASS)
@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class DeliveryReportsIT {

  private static final String KEY = "a key of the mail server";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final RunningWeb web;
  private final Jdbi database;
  private final Accounts accounts;

  DeliveryReportsIT(Backends backends) {
    web =
        RunningWeb.start(
            backends,
            "delivery-reports-it",
            Map.of("paperwire.web.delivery-reports.api-keys", sha256(KEY)));
    database = web.bean(Jdbi.class);
    accounts = new Accounts(database);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldEndTheSubscriptionOfAnAddressWhoseMailsComeBackLater() {
    UUID late = accounts.add("late@example.net", "confirmed", 100, 100);
    String token = token(late);
    List.of(8, 7, 1).forEach(days -> sent(late, days));

    assertThat(List.of(8, 7, 1))
        .allSatisfy(
            days -> assertThat(report(late, days, token)).contains("\"outcome\":\"bounced\""));
    assertThat(report(late, 7, token)).contains("\"outcome\":\"already\"");
    web.bean(LostAddresses.class).endTheirSubscriptions();

    assertThat(accounts.addresses("state = 'unsubscribed'")).contains("late@example.net");
    List<DeliveryEvent> events = events(late, 4);
    assertThat(events)
        .extracting(DeliveryEvent::getKind)
        .containsExactly(
            DeliveryEventKind.BOUNCED,
            DeliveryEventKind.BOUNCED,
            DeliveryEventKind.BOUNCED,
            DeliveryEventKind.UNSUBSCRIBED);
    assertThat(events.getFirst().getDigestId()).isEqualTo(late + ":8");
    assertThat(events.getFirst().getDetail())
        .isEqualTo("550 5.1.1 <address>: Recipient address rejected: User unknown");
  }

  @Test
  void shouldBelieveNoReportThatProvesNothing() {
    UUID anna = accounts.add("anna@example.net", "confirmed", 100, 100);
    UUID mallory = accounts.add("mallory@example.net", "confirmed", 100, 100);
    sent(anna, 1);
    String mail = messageId(anna, 1);
    TokenSigner signer = web.bean(TokenSigner.class);

    assertThat(report(anna, 1, signer.issue(anna, TokenScope.UNSUBSCRIBE))).contains("unproven");
    assertThat(report(anna, 1, forged(token(anna)))).contains("unproven");
    assertThat(report(anna, 1, token(mallory))).contains("unknown-mail");
    assertThat(report(anna, 2, token(anna))).contains("unknown-mail");
    assertThat(answer(SampleReport.POSTFIX_GONE.on("member@example.net", mail, token(anna))).body())
        .contains("other-recipient");
    assertThat(
            answer(SampleReport.POSTFIX_DELAYED.on("anna@example.net", mail, token(anna))).body())
        .contains("no-failure");
    assertThat(answer("Subject: Out of office\n\nI am away.").body()).contains("no-report");
    assertThat(answer("x".repeat(1_100_000)).statusCode()).isEqualTo(413);
    assertThat(web.send(post("Subject: x\n\nx").header("X-API-Key", "another")).statusCode())
        .isEqualTo(401);

    assertThat(states(anna)).containsExactly("sent");
    assertThat(accounts.addresses("state = 'confirmed'")).contains("anna@example.net");
  }

  @Test
  void shouldTakeAReportAgainWhileItsMailIsUnderWay() {
    UUID early = accounts.add("early@example.net", "confirmed", 100, 100);
    sent(early, 1);
    database.useHandle(
        handle ->
            handle.execute(
                "update deliveries set state = 'claimed', finished_at = null"
                    + " where subscriber_id = ?",
                early));
    String report =
        SampleReport.EXCHANGE_GONE.on("early@example.net", messageId(early, 1), token(early));
    assertThat(answer(report).statusCode()).isEqualTo(503);

    database.useHandle(
        handle ->
            handle.execute(
                "update deliveries set state = 'sent', finished_at = now(), told = false"
                    + " where subscriber_id = ?",
                early));
    assertThat(answer(report).statusCode()).as("before others know it was sent").isEqualTo(503);
  }

  @Test
  void shouldUnsubscribeWhoeverComplainsOnceAndTellIt() {
    UUID annoyed = accounts.add("annoyed@example.net", "confirmed", 100, 100);
    sent(annoyed, 1);
    UUID anew = accounts.add("begun-anew@example.net", "confirmed", 1, 1);
    sent(anew, 8);
    String complaint =
        SampleReport.COMPLAINT.on("nobody@example.net", messageId(annoyed, 1), token(annoyed));

    assertThat(answer(complaint).body()).contains("\"outcome\":\"complained\"");
    assertThat(answer(complaint).body()).contains("\"outcome\":\"already\"");
    assertThat(
            answer(SampleReport.COMPLAINT.on("nobody@example.net", messageId(anew, 8), token(anew)))
                .body())
        .contains("\"outcome\":\"already\"");

    assertThat(accounts.addresses("state = 'unsubscribed'"))
        .contains("annoyed@example.net")
        .doesNotContain("begun-anew@example.net");
    assertThat(events(annoyed, 2))
        .extracting(DeliveryEvent::getKind, DeliveryEvent::getDigestId)
        .containsExactly(
            tuple(DeliveryEventKind.COMPLAINED, annoyed + ":1"),
            tuple(DeliveryEventKind.UNSUBSCRIBED, null));
    assertThat(accounts.revision(annoyed)).isEqualTo(1);
  }

  /** The answer to a bounce of a mail that was sent to a subscriber some days ago. */
  private String report(UUID subscriber, int daysAgo, String token) {
    String address =
        database.withHandle(
            handle ->
                handle
                    .createQuery("select address from subscribers where id = :id")
                    .bind("id", subscriber)
                    .mapTo(String.class)
                    .one());
    return answer(SampleReport.POSTFIX_GONE.on(address, messageId(subscriber, daysAgo), token))
        .body();
  }

  private HttpResponse<String> answer(String mail) {
    return web.send(post(mail).header("X-API-Key", KEY));
  }

  private HttpRequest.Builder post(String mail) {
    return web.request("/api/delivery-reports")
        .header("Content-Type", "message/rfc822")
        .POST(BodyPublishers.ofString(mail));
  }

  private String token(UUID subscriber) {
    return web.bean(TokenSigner.class).issue(subscriber, TokenScope.REPORT);
  }

  /** The token with another signature. */
  private static String forged(String token) {
    return token.substring(0, 55) + (token.endsWith("A") ? "B" : "A");
  }

  private static String messageId(UUID subscriber, int daysAgo) {
    return "<digest-" + subscriber + "-" + daysAgo + "@example.org>";
  }

  private void sent(UUID subscriber, int daysAgo) {
    database.useHandle(
        handle ->
            handle.execute(
                "insert into deliveries (digest_id, subscriber_id, message_id, state, attempts,"
                    + " claim_id, claimed_at, finished_at, told) values (?, ?, ?, 'sent', 1,"
                    + " gen_random_uuid(), now(), now() - ? * interval '1 day', true)",
                subscriber + ":" + daysAgo,
                subscriber,
                messageId(subscriber, daysAgo),
                daysAgo));
  }

  private List<String> states(UUID subscriber) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select state from deliveries where subscriber_id = :id")
                .bind("id", subscriber)
                .mapTo(String.class)
                .list());
  }

  /** The first events of a subscriber. */
  private List<DeliveryEvent> events(UUID subscriber, int atLeast) {
    Topic<String, DeliveryEvent> topic = web.bean(TopicCatalogue.class).deliveryEvents();
    List<DeliveryEvent> events = new ArrayList<>();
    try (KafkaConsumer<String, DeliveryEvent> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                web.backends().bootstrapServers(),
                "group.id",
                "delivery-reports-it-" + subscriber,
                "auto.offset.reset",
                "earliest"),
            topic.keySerde().deserializer(),
            topic.valueSerde().deserializer())) {
      consumer.subscribe(List.of(topic.name()));
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(record.value()));
                events.removeIf(event -> !event.getSubscriberId().equals(subscriber.toString()));
                return events.size() >= atLeast;
              });
    }
    return events;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
