package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.notify.mail.render.MailLinks;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class UnsubscribeIT {

  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Backends backends;
  private final RunningWeb web;
  private final MailLinks links;

  UnsubscribeIT(Backends backends) {
    this.backends = backends;
    web = RunningWeb.start(backends, "unsubscribe-it");
    links = new MailLinks(web.address(), web.bean(TokenSigner.class));
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldUnsubscribeAtTheClickOfAMailClientAndOnlyOnce() {
    UUID subscriber = subscriber("one@example.org");
    String link = path(links.unsubscribe(subscriber));

    HttpResponse<String> first = web.post(link, ONE_CLICK);
    long revision = revision(subscriber);
    HttpResponse<String> second = web.post(link, ONE_CLICK);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("You are unsubscribed");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(web.get(link).body())
        .contains("You are unsubscribed")
        .doesNotContain("action=\"" + link + "\"");
    assertThat(state(subscriber)).isEqualTo("unsubscribed");
    assertThat(revision(subscriber)).isEqualTo(revision);
  }

  @Test
  void shouldTakeTheClickAsMultipartToo() {
    UUID subscriber = subscriber("multipart@example.org");

    HttpResponse<String> answer =
        web.send(
            web.request(path(links.unsubscribe(subscriber)))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(
                    BodyPublishers.ofString(
                        """
                        --edge\r
                        Content-Disposition: form-data; name="List-Unsubscribe"\r
                        \r
                        One-Click\r
                        --edge--\r
                        """)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(state(subscriber)).isEqualTo("unsubscribed");
  }

  @Test
  void shouldChangeNothingWhenAScannerOpensTheLink() {
    UUID subscriber = subscriber("scanned@example.org");
    String link = path(links.unsubscribe(subscriber));
    long revision = revision(subscriber);

    HttpResponse<String> page = web.get(link);
    HttpResponse<String> head = web.send(web.request(link).method("HEAD", BodyPublishers.noBody()));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("method=\"post\"", "action=\"" + link + "\"");
    assertThat(head.statusCode()).isLessThan(500);
    assertThat(state(subscriber)).isEqualTo("confirmed");
    assertThat(revision(subscriber)).isEqualTo(revision);
  }

  @Test
  void shouldUnsubscribeByTheButtonOfThePage() {
    UUID subscriber = subscriber("button@example.org");
    String link = path(links.unsubscribe(subscriber));

    HttpResponse<String> answer =
        web.send(
            web.postOf(link, "").header("Origin", "null").header("Sec-Fetch-Site", "same-origin"));

    assertThat(answer.body()).contains("You are unsubscribed");
    assertThat(state(subscriber)).isEqualTo("unsubscribed");
  }

  @Test
  void shouldUnsubscribeFromThePreferencesAndKeepTheAccount() {
    UUID subscriber = subscriber("manage@example.org");
    String preferences = path(links.manage(subscriber));

    assertThat(web.get(preferences).body()).contains("action=\"" + preferences + "/unsubscribe\"");
    assertThat(web.get(preferences + "/unsubscribe").statusCode()).isEqualTo(405);
    assertThat(state(subscriber)).isEqualTo("confirmed");
    assertThat(web.post(preferences + "/unsubscribe", "").body()).contains("You are unsubscribed");

    assertThat(state(subscriber)).isEqualTo("unsubscribed");
    assertThat(web.get(preferences).body()).contains("No mails are sent to you");
  }

  @Test
  void shouldEraseNothingByALinkThatStandsInEveryMail() {
    UUID subscriber = subscriber("erased@example.org");
    String link = path(links.unsubscribe(subscriber));
    String manage = path(links.manage(subscriber));
    web.post(link + "/link", "");

    HttpResponse<String> page = web.post(link, ONE_CLICK);
    assertThat(page.body())
        .contains("action=\"" + link + "/link\"", "are deleted on " + dayOfForgetting(subscriber))
        .doesNotContain("/erase\"");
    assertThat(web.post(link + "/erase", "sure=yes").statusCode()).isEqualTo(404);
    assertThat(mails("erased@example.org")).noneMatch(UnsubscribeIT::isErasure);
    assertThat(web.post(link + "/link", "").statusCode()).isEqualTo(202);
    await()
        .atMost(LIMIT)
        .until(() -> mails("erased@example.org").anyMatch(UnsubscribeIT::isErasure));
    assertThat(state(subscriber)).isEqualTo("unsubscribed");

    assertThat(web.get(manage).body()).contains("action=\"" + manage + "/erase\"");
    assertThat(web.post(manage + "/erase", "").statusCode()).isEqualTo(400);
    assertThat(web.post(manage + "/erase", "sure=yes").body()).contains("All is erased");
    assertThat(addresses()).doesNotContain("erased@example.org");
    assertThat(web.post(link, ONE_CLICK).body())
        .contains("You are unsubscribed", "Your address is deleted already")
        .doesNotContain("are deleted");
  }

  private Stream<Mail> mails(String address) {
    return backends.mailbox().mails().stream().filter(mail -> mail.to().equals(address));
  }

  private static boolean isErasure(Mail mail) {
    return mail.subject().equals("Erase your Paperwire subscription")
        && mail.text().orElseThrow().contains("/preferences/");
  }

  private String dayOfForgetting(UUID subscriber) {
    Instant ended = column(subscriber, "updated_at", Instant.class);
    return ReadableDay.fully(LocalDate.ofInstant(ended, ZoneOffset.UTC).plusDays(30));
  }

  private List<String> addresses() {
    return web.bean(Jdbi.class)
        .withHandle(
            handle ->
                handle.createQuery("select address from subscribers").mapTo(String.class).list());
  }

  @Test
  void shouldUnsubscribeNobodyByALinkOfAnotherKind() {
    UUID subscriber = subscriber("kinds@example.org");
    String manage = path(links.manage(subscriber)).replace("/preferences", "/unsubscribe");
    String unsubscribe = path(links.unsubscribe(subscriber));

    assertThat(web.post(manage, ONE_CLICK).statusCode()).isEqualTo(410);
    assertThat(
            web.post(unsubscribe.replace("/unsubscribe", "/preferences") + "/erase", "sure=yes")
                .statusCode())
        .isEqualTo(410);
    assertThat(web.post(unsubscribe + "x", ONE_CLICK).statusCode()).isEqualTo(410);
    assertThat(state(subscriber)).isEqualTo("confirmed");
  }

  /** Signs up and confirms. */
  private UUID subscriber(String address) {
    web.post("/subscribe", "phrases=robots&address=" + address.replace("@", "%40"));
    UUID id =
        web.bean(Jdbi.class)
            .withHandle(
                handle ->
                    handle
                        .createQuery("select id from subscribers where address = :address")
                        .bind("address", address)
                        .mapTo(UUID.class)
                        .one());
    assertThat(web.post(path(links.confirm(id)), "").statusCode()).isEqualTo(200);
    return id;
  }

  private String state(UUID subscriber) {
    return column(subscriber, "state", String.class);
  }

  private long revision(UUID subscriber) {
    return column(subscriber, "revision", Long.class);
  }

  private <T> T column(UUID subscriber, String name, Class<T> type) {
    return web.bean(Jdbi.class)
        .withHandle(
            handle ->
                handle
                    .createQuery("select " + name + " from subscribers where id = :id")
                    .bind("id", subscriber)
                    .mapTo(type)
                    .one());
  }

  private static String path(String link) {
    return URI.create(link).getPath();
  }
}
