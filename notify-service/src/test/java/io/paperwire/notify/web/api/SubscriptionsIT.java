package io.paperwire.notify.web.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.DeliveryEventKind;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class SubscriptionsIT {

  private static final Pattern TOKEN = Pattern.compile("[?/=]([A-Za-z0-9_-]{56})(?![A-Za-z0-9_-])");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Backends backends;
  private final List<ConsumerRecord<String, SubscriberInterests>> records = new ArrayList<>();
  private RunningWeb web;
  private TopicCatalogue catalogue;
  private KafkaConsumer<String, SubscriberInterests> consumer;

  SubscriptionsIT(Backends backends) {
    this.backends = backends;
  }

  @BeforeAll
  void start() {
    web = RunningWeb.start(backends, "subscriptions-it", Map.of("paperwire.topics.partitions", 1));
    catalogue = web.bean(TopicCatalogue.class);
    Topic<String, SubscriberInterests> topic = catalogue.interests();
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                backends.bootstrapServers(),
                "group.id",
                "subscriptions-it",
                "auto.offset.reset",
                "earliest"),
            topic.keySerde().deserializer(),
            topic.valueSerde().deserializer());
    consumer.subscribe(List.of(topic.name()));
  }

  @AfterAll
  void stop() {
    consumer.close();
    web.close();
  }

  @Test
  void shouldDescribeItselfToWhoeverAsks() {
    HttpResponse<String> description = web.get("/openapi.yml");

    assertThat(description.statusCode()).isEqualTo(200);
    assertThat(description.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/yaml");
    assertThat(description.body()).startsWith("openapi: 3.0.3").contains("/api/subscriptions:");
  }

  @Test
  void shouldLeadASubscriptionFromSignUpToItsEnd() {
    HttpResponse<String> signedUp =
        post(
            "/api/subscriptions",
            """
            {"address": "Ada@api.example.org", "topics": ["robotics"], "phrases": ["visual servoing"],
             "authors": ["Jörg Müller"], "cadence": "weekly", "zone": "Europe/Berlin",
             "sendAt": "07:30", "sendDay": "5"}
            """);
    assertThat(signedUp.statusCode()).isEqualTo(202);
    String confirmToken = token(mailTo("ada@api.example.org"), "confirm");

    assertThat(
            send("POST", "/api/subscriptions/confirm", "{\"token\": \"forged\"}", "").statusCode())
        .isEqualTo(410);
    HttpResponse<String> confirmed =
        post("/api/subscriptions/confirm", "{\"token\": \"" + confirmToken + "\"}");
    assertThat(confirmed.statusCode()).isEqualTo(200);
    assertThat(confirmed.body()).contains("\"status\":\"confirmed\"");
    String manageToken = field(confirmed.body(), "manageToken");

    SubscriberInterests told = nextRecord().value();
    assertThat(told.getRevision()).isEqualTo(1);
    assertThat(told.getCadence()).isEqualTo(Cadence.WEEKLY);
    assertThat(told.getZone()).isEqualTo("Europe/Berlin");
    assertThat(told.getSendMinuteOfDay()).isEqualTo(450);
    assertThat(told.getSendDayOfWeek()).isEqualTo(5);
    assertThat(told.getInterests())
        .containsExactly(
            interest("topic:robotics", InterestKind.TOPIC, "robotics"),
            interest("phrase:visual servoing", InterestKind.PHRASE, "visual servoing"),
            interest("author:jörg müller", InterestKind.AUTHOR, "Jörg Müller"));
    assertThat(told.toString()).doesNotContainIgnoringCase("ada@");

    assertThat(
            send(
                    "PUT",
                    "/api/subscriptions",
                    "{\"phrases\": [\"tactile sensing\"], \"queries\": [\"ti:LoRA NOT survey\"],"
                        + " \"cadence\": \"instant\"}",
                    manageToken)
                .statusCode())
        .isEqualTo(200);
    SubscriberInterests changed = nextRecord().value();
    assertThat(changed.getRevision()).isEqualTo(2);
    assertThat(changed.getCadence()).isEqualTo(Cadence.INSTANT);
    assertThat(changed.getInterests())
        .contains(
            interest(
                "query:acc991e0f8dcb7eb2b22ff44c2fd530c",
                InterestKind.QUERY,
                "ti:LoRA NOT survey"));
    assertThat(send("GET", "/api/subscriptions/why?paper=2401.00001", "", manageToken).body())
        .contains("\"paper\":\"arxiv:2401.00001\"", "Paperwire does not know this paper");
    assertThat(send("GET", "/api/subscriptions/why?paper=x", "", "forged").statusCode())
        .isEqualTo(410);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(post("/api/preview", "{\"queries\": [\"ti:LoRA NOT survey\"]}").body())
        .contains("\"interest\":\"ti:LoRA NOT survey\"", "\"papers\":0", "\"perDay\":0.0");
    assertThat(post("/api/preview", "{\"queries\": [\"ti:\"]}").statusCode()).isEqualTo(400);
    assertThat(post("/api/preview?days=30", "{\"phrases\": [\"graphs\"]}").body())
        .contains("\"since\":\"" + today.minusDays(29) + "\"");
    assertProblem(
        post("/api/preview?days=15", "{\"phrases\": [\"graphs\"]}"),
        400,
        "\"days\":\"It is one of 7, 14, 30 and 90.\"");
    String phrases =
        IntStream.range(0, 22).mapToObj("\"phrase no %d\""::formatted).collect(joining(","));
    assertThat(post("/api/preview", "{\"phrases\": [" + phrases + "]}").body())
        .contains("{\"interest\":\"phrase no 21\",\"notCounted\":\"too many at once, ");
    assertThat(send("GET", "/api/subscriptions", "", manageToken).body())
        .contains("\"phrases\":[\"tactile sensing\"]", "\"confirmed\":true");

    assertThat(send("DELETE", "/api/subscriptions", "", manageToken).statusCode()).isEqualTo(410);
    HttpResponse<String> asked = send("POST", "/api/subscriptions/erasure", "", manageToken);
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.body()).contains("\"status\":\"erasure-link-sent\"");
    assertThat(send("POST", "/api/subscriptions/erasure", "", "forged").statusCode())
        .isEqualTo(410);
    await().atMost(LIMIT).until(() -> mailTo("ada@api.example.org").subject().startsWith("Erase"));
    String eraseToken = token(mailTo("ada@api.example.org"), "erase");
    assertThat(send("DELETE", "/api/subscriptions", "", eraseToken).statusCode()).isEqualTo(200);
    ConsumerRecord<String, SubscriberInterests> tombstone = nextRecord();
    assertThat(tombstone.key()).isEqualTo(told.getSubscriberId());
    assertThat(tombstone.value()).isNull();
    assertThat(send("GET", "/api/subscriptions", "", manageToken).statusCode()).isEqualTo(410);
    assertThat(send("GET", "/api/subscriptions", "", "").statusCode()).isEqualTo(401);
    assertThat(unsubscribedEvents()).containsExactly(told.getSubscriberId());
  }

  @Test
  void shouldAnswerTheSameWhetherOrNotAnAddressIsKnown() {
    String body = "{\"address\": \"eve@api.example.org\", \"phrases\": [\"quantum sensing\"]}";
    HttpResponse<String> first = post("/api/subscriptions", body);
    HttpResponse<String> second = post("/api/subscriptions", body);

    assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void shouldTellWhatIsWrongByField() {
    HttpResponse<String> answer =
        post("/api/subscriptions", "{\"address\": \"nobody\", \"topics\": [\"alchemy\"]}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("\"address\":\"This is not a mail address that can be written to.\"")
        .contains("\"topics\":\"There is no topic 'alchemy'.\"");
  }

  @Test
  void shouldTellWhatIsWrongWithABodyThatIsNoRequest() {
    for (String field : List.of("topics", "phrases", "authors", "queries")) {
      String list = "\"%s\": [null]}".formatted(field);
      String problem = "'" + field + "' holds null where a text is expected.";
      assertProblem(
          post("/api/subscriptions", "{\"address\": \"a@api.example.org\", " + list), 400, problem);
      assertProblem(post("/api/preview", "{" + list), 400, problem);
    }
    assertProblem(
        post("/api/subscriptions", "{\"address\": null, \"phrases\": [\"robots\"]}"),
        400,
        "An address is needed to send papers to.");
    assertProblem(post("/api/subscriptions", "{}"), 400, "An address is needed");
    assertProblem(
        post(
            "/api/subscriptions",
            "{\"address\": \"a@api.example.org\", \"phrases\": [\"a\\u0000b\"]}"),
        400,
        "'ab' has a character in it that is no text");
    for (String body : List.of("", "null", "[]", "7", "{", "{\"phrases\": 7}")) {
      assertProblem(post("/api/subscriptions", body), 400, "");
      assertProblem(post("/api/preview", body), 400, "");
    }
    for (String path : List.of("/api/subscriptions/confirm", "/api/subscriptions/unsubscribe")) {
      assertProblem(post(path, "{}"), 410, "incomplete");
      assertProblem(post(path, "{\"token\": null}"), 410, "incomplete");
      assertProblem(post(path, "null"), 400, "");
    }
    assertProblem(send("PUT", "/api/subscriptions", "null", "forged"), 400, "");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains(words);
  }

  private Mail mailTo(String address) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                backends.mailbox().mails().stream()
                    .filter(mail -> mail.to().equalsIgnoreCase(address))
                    .toList(),
            mails -> !mails.isEmpty())
        .getLast();
  }

  private static String token(Mail mail, String path) {
    return mail.text()
        .orElseThrow()
        .lines()
        .filter(line -> line.contains("/" + path))
        .map(TOKEN::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private ConsumerRecord<String, SubscriberInterests> nextRecord() {
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(200)).forEach(records::add);
              return !records.isEmpty();
            });
    return records.removeFirst();
  }

  @Test
  void shouldNameAFieldThatIsMistyped() {
    assertProblem(
        post("/api/subscriptions", "{\"adress\": \"ada@example.org\"}"),
        400,
        "The body has a field 'adress', which is not known here: /openapi.yml has those that are.");
    assertProblem(
        post("/api/preview", "{\"query\": [\"graph\"]}"), 400, "The body has a field 'query'");
  }

  @Test
  void shouldTakeNoDeliveryReportsWhereNobodyHasAKey() {
    assertThat(
            web.send(
                    web.request("/api/delivery-reports")
                        .header("Content-Type", "message/rfc822")
                        .header("X-API-Key", "any")
                        .POST(BodyPublishers.ofString("Subject: x\n\ny")))
                .statusCode())
        .isEqualTo(404);
  }

  private List<String> unsubscribedEvents() {
    var topic = catalogue.deliveryEvents();
    List<String> subscribers = new ArrayList<>();
    try (var events =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                backends.bootstrapServers(),
                "group.id",
                "subscriptions-it-events",
                "auto.offset.reset",
                "earliest"),
            topic.keySerde().deserializer(),
            topic.valueSerde().deserializer())) {
      events.subscribe(List.of(topic.name()));
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                events
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        record -> {
                          assertThat(record.value().getKind())
                              .isEqualTo(DeliveryEventKind.UNSUBSCRIBED);
                          subscribers.add(record.key());
                        });
                return !subscribers.isEmpty();
              });
    }
    return subscribers;
  }

  private HttpResponse<String> post(String path, String body) {
    return send("POST", path, body, "");
  }

  private HttpResponse<String> send(String method, String path, String body, String token) {
    HttpRequest.Builder request =
        web.request(path)
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return web.send(request);
  }

  private static Interest interest(String id, InterestKind kind, String value) {
    return Interest.newBuilder().setInterestId(id).setKind(kind).setValue(value).build();
  }
}
