package io.paperwire.notify.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.embedded.mailbox.Mailbox;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.DeliveryEventKind;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The whole role on real backends. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class DeliverIT {

  @Test
  void shouldMailEachDigestOnceAndSetPoisonAside(Backends backends) throws Exception {
    try (DeliverWorld world = new DeliverWorld(backends, backends.mailbox(), "deliver-once");
        EmbeddedServer server = start(world)) {
      List<Digest> digests = new ArrayList<>();
      for (int person = 0; person < 5; person++) {
        UUID id = world.subscriber("person" + person + "@deliver-once.example", "confirmed");
        for (int digest = 0; digest < 6; digest++) {
          digests.add(DeliverWorld.digest(id, "p" + person + "-" + digest));
        }
      }
      UUID gone = world.subscriber("gone@deliver-once.example", "unsubscribed");

      digests.subList(0, 15).forEach(world::write);
      world.write(gone.toString(), "no digest".getBytes(StandardCharsets.UTF_8));
      world.write(DeliverWorld.digest(gone, "to-somebody-gone"));
      world.write(DeliverWorld.digest(UUID.randomUUID(), "to-nobody"));
      digests.subList(15, 30).forEach(world::write);
      world.awaitAllCommitted();
      assertThat(world.states()).isEqualTo(Map.of("sent", 30L, "skipped", 2L));

      digests.forEach(world::write);
      world.awaitAllCommitted();

      assertThat(world.mails()).hasSize(30);
      assertThat(world.mails())
          .extracting(mail -> mail.header("Message-ID").orElseThrow())
          .doesNotHaveDuplicates();
      assertInOrderForEachSubscriber(world);
      assertThat(world.events(30))
          .hasSize(30)
          .allMatch(event -> event.getKind() == DeliveryEventKind.SENT)
          .extracting(DeliveryEvent::getDigestId)
          .containsExactlyInAnyOrderElementsOf(digests.stream().map(Digest::getDigestId).toList());
      assertPoisonIsSetAside(world);
      assertThat(get(server, "/prometheus").body())
          .contains("paperwire_deliver_digests_total{outcome=\"sent\"} 30.0")
          .contains("paperwire_deliver_digests_total{outcome=\"skipped\"} 2.0")
          .contains("paperwire_deliver_digests_total{outcome=\"set-aside\"} 1.0")
          .containsPattern(
              "paperwire_deliver_delay_seconds_count\\{cadence=\"[a-z]+\"} 30(\\.0)?\n")
          .contains("paperwire_deliver_in_hand 0.0")
          .contains("paperwire_deliver_up 1.0");
    }
  }

  private static void assertInOrderForEachSubscriber(DeliverWorld world) {
    List<String> ledgerOrder =
        world
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select digest_id from deliveries where state = 'sent'
                            order by subscriber_id, claimed_at
                            """)
                        .mapTo(String.class)
                        .list());
    for (int first = 0; first < ledgerOrder.size(); first += 6) {
      assertThat(ledgerOrder.subList(first, first + 6)).isSorted();
    }
  }

  private static void assertPoisonIsSetAside(DeliverWorld world) {
    String topic = TopicCatalogue.deadLetters(world.catalogue().digests()).name();
    List<ConsumerRecord<byte[], byte[]>> letters = world.records(topic, 1);
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().value()).asString().isEqualTo("no digest");
    assertThat(letters.getFirst().headers().lastHeader(DeadLetterHeaders.MESSAGE).value())
        .asString()
        .isEqualTo("the record is not a digest");
  }

  @Test
  void shouldWriteMailsThatAClientUnderstands(Backends backends) {
    try (DeliverWorld world = new DeliverWorld(backends, backends.mailbox(), "deliver-mail");
        EmbeddedServer server = start(world)) {
      UUID id = world.subscriber("anna@deliver-mail.example", "confirmed");
      world.write(DeliverWorld.digest(id, "one"));
      await().atMost(DeliverWorld.LIMIT).until(() -> world.mails().size() == 1);

      Mail mail = world.mails().getFirst();
      assertThat(mail.from()).isEqualTo("Paperwire <papers@example.org>");
      assertThat(mail.to()).isEqualTo("anna@deliver-mail.example");
      assertThat(mail.subject())
          .isEqualTo("Your daily digest, Mon 23 Nov: 1 paper on transformers");
      assertThat(mail.header("List-Unsubscribe").orElseThrow())
          .matches("<https://papers\\.example\\.org/unsubscribe/[\\w-]{56}>");
      assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
      assertThat(mail.text().orElseThrow()).contains("Why this: about transformers: attention.");
      assertThat(mail.html().orElseThrow()).contains("Attention Is All You Need</a>");
      assertThat(server.isRunning()).isTrue();
    }
  }

  @Test
  void shouldLoseNothingWhileTheMailServerIsAway(Backends backends) throws Exception {
    int smtp = LoopbackPort.free();
    int page = LoopbackPort.free();
    Mailbox away = Mailbox.start(smtp, page);
    try (DeliverWorld world = new DeliverWorld(backends, away, "deliver-away");
        EmbeddedServer server = start(world)) {
      UUID anna = world.subscriber("anna@deliver-away.example", "confirmed");
      UUID ben = world.subscriber("ben@deliver-away.example", "confirmed");
      world.write(DeliverWorld.digest(anna, "anna-0"));
      world.awaitAllCommitted();

      away.close();
      for (int digest = 1; digest <= 5; digest++) {
        world.write(DeliverWorld.digest(anna, "anna-" + digest));
        world.write(DeliverWorld.digest(ben, "ben-" + digest));
      }
      await().atMost(DeliverWorld.LIMIT).until(() -> get(server, "/health").statusCode() == 503);
      assertThat(world.states()).containsEntry("sent", 1L);

      try (Mailbox back = Mailbox.start(smtp, page)) {
        await().atMost(DeliverWorld.LIMIT).until(() -> world.states().equals(Map.of("sent", 11L)));
        assertThat(back.mails()).hasSize(10);
        assertThat(back.mails()).noneMatch(mail -> mail.header("X-Paperwire-Repeat").isPresent());
        await().atMost(DeliverWorld.LIMIT).until(() -> get(server, "/health").statusCode() == 200);
      }
    }
  }

  @Test
  void shouldLeaveNothingUnclearWhenItStops(Backends backends) {
    try (DeliverWorld world = new DeliverWorld(backends, backends.mailbox(), "deliver-stop")) {
      Map<String, Object> slow = world.configuration();
      slow.put("paperwire.deliver.mails-per-second", 10);
      try (EmbeddedServer server = start(slow)) {
        UUID anna = world.subscriber("anna@deliver-stop.example", "confirmed");
        UUID ben = world.subscriber("ben@deliver-stop.example", "confirmed");
        for (int digest = 0; digest < 50; digest++) {
          world.write(DeliverWorld.digest(anna, "anna-" + digest));
          world.write(DeliverWorld.digest(ben, "ben-" + digest));
        }
        await().atMost(DeliverWorld.LIMIT).until(() -> world.mails().size() >= 10);
        assertThat(server.isRunning()).isTrue();
      }
      int sent = world.mails().size();
      assertThat(sent).isLessThan(100);
      assertThat(world.states()).containsEntry("sent", (long) sent).doesNotContainKey("claimed");

      try (EmbeddedServer again = start(world)) {
        await().atMost(DeliverWorld.LIMIT).until(() -> world.states().equals(Map.of("sent", 100L)));
        assertThat(again.isRunning()).isTrue();
      }
      assertThat(world.mails())
          .hasSize(100)
          .noneMatch(mail -> mail.header("X-Paperwire-Repeat").isPresent());
    }
  }

  private static EmbeddedServer start(DeliverWorld world) {
    return start(world.configuration());
  }

  private static EmbeddedServer start(Map<String, Object> configuration) {
    EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, configuration);
    await().atMost(DeliverWorld.LIMIT).until(() -> get(server, "/health").statusCode() == 200);
    return server;
  }

  private static HttpResponse<String> get(EmbeddedServer server, String path)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(server.getURI().resolve(path)).build(), BodyHandlers.ofString());
    }
  }
}
