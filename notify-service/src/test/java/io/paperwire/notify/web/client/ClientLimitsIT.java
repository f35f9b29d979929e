package io.paperwire.notify.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.mail.render.MailLinks;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a client is told that asks too often: once for mails, twice for searches. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class ClientLimitsIT {

  private final RunningWeb web;

  ClientLimitsIT(Backends backends) {
    web =
        RunningWeb.start(
            backends,
            "client-limits-it",
            Map.of(
                "paperwire.web.sign-up.client-limit",
                1,
                "paperwire.web.search.client-limit",
                2,
                "micronaut.server.client-address-header",
                "X-Forwarded-For"));
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldLimitEachClientBehindAProxyByItself() {
    assertThat(signUp("a", "192.0.2.1")).isEqualTo(202);
    assertThat(signUp("b", "192.0.2.1")).isEqualTo(429);
    assertThat(signUp("c", "203.0.113.9, 192.0.2.1")).isEqualTo(429);
    assertThat(signUp("d", "192.0.2.2")).isEqualTo(202);
    assertThat(signUp("e", "2001:db8:1:2::1")).isEqualTo(202);
    assertThat(signUp("f", "2001:db8:1:2:ffff::1")).isEqualTo(429);
  }

  @Test
  void shouldSayThatNoMailWasSentToAClientThatAskedTooOften() {
    web.post("/subscribe", "address=one%40limits.example.org&phrases=robots");

    HttpResponse<String> page =
        web.post("/subscribe", "address=two%40limits.example.org&phrases=robots");

    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("retry-after")).isPresent();
    assertThat(page.body())
        .contains("Too many mails were asked for", "No mail was sent this time")
        .doesNotContain("A mail was sent", "ook into your inbox");
    String token =
        web.bean(TokenSigner.class).issue(id("one@limits.example.org"), TokenScope.UNSUBSCRIBE);
    HttpResponse<String> erasure = web.post("/unsubscribe/" + token + "/link", "");
    assertThat(erasure.statusCode()).isEqualTo(429);
    assertThat(erasure.headers().firstValue("retry-after")).isPresent();
    assertThat(erasure.body()).contains("Too many mails were asked for");
  }

  @Test
  void shouldTellAClientThatSearchesTooOftenWhenToComeBack() {
    assertThat(web.get("/search?q=graphs").statusCode()).isEqualTo(200);
    assertThat(web.post("/preview", "phrases=graphs").statusCode()).isEqualTo(200);

    HttpResponse<String> page = web.get("/search?q=graphs");
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("retry-after")).isPresent();
    assertThat(page.body())
        .contains(
            "<h1>That was much in a short time</h1>", "Very much was searched from where you are");
    HttpResponse<String> feed = web.get("/feed.atom?q=graphs");
    assertThat(feed.statusCode()).isEqualTo(429);
    assertThat(feed.headers().firstValue("retry-after")).isPresent();
    HttpResponse<String> answer = web.get("/api/papers?q=graphs");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    HttpResponse<String> preview =
        web.send(
            web.request("/api/preview")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"phrases\": [\"graphs\"]}")));
    assertThat(preview.statusCode()).isEqualTo(429);
    String preferences = preferences();
    assertThat(web.post(preferences + "/preview", "phrases=graphs").statusCode()).isEqualTo(429);
    HttpResponse<String> likes =
        web.post(
            preferences + "/likes/describe", "description=learning+on+graphs+of+many+molecules");
    assertThat(likes.statusCode()).isEqualTo(200);
    assertThat(likes.body()).contains("1 example taken.").doesNotContain("What you would have got");
    assertThat(web.get("/").statusCode()).isEqualTo(200);
    assertThat(web.get("/search").statusCode()).isEqualTo(200);
  }

  private int signUp(String name, String client) {
    String form = "address=" + name + "%40limits.example.org&phrases=robots";
    return web.send(web.postOf("/subscribe", form).header("X-Forwarded-For", client)).statusCode();
  }

  private UUID id(String address) {
    return web.bean(Jdbi.class)
        .withHandle(
            handle ->
                handle
                    .createQuery("select id from subscribers where address = :address")
                    .bind("address", address)
                    .mapTo(UUID.class)
                    .one());
  }

  /** The page of the preferences of a new subscriber. */
  private String preferences() {
    UUID id = UUID.randomUUID();
    web.bean(Jdbi.class)
        .useHandle(
            handle ->
                handle.execute(
                    "insert into subscribers (id, address, address_key, state, cadence, zone,"
                        + " send_minute, send_day, created_at, confirmed_at, updated_at) values (?,"
                        + " 'searches@limits.example.org', 'searches@limits.example.org',"
                        + " 'confirmed', 'daily', 'UTC', 480, 1, now(), now(), now())",
                    id));
    return URI.create(new MailLinks(web.address(), web.bean(TokenSigner.class)).manage(id))
        .getPath();
  }
}
