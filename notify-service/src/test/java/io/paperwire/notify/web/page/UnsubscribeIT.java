package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.notify.mail.Mailer;
import io.paperwire.notify.mail.render.MailLinks;
import io.paperwire.notify.mail.render.MailRenderer;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.notify.web.account.AccountSettings;
import io.paperwire.notify.web.account.ErasureMail;
import io.paperwire.notify.web.account.PreferencesRules;
import io.paperwire.notify.web.account.SubscriptionLinks;
import io.paperwire.notify.web.account.Subscriptions;
import io.paperwire.notify.web.account.TopicNames;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern ERASING_LINK = Pattern.compile("http\\S+/erase/\\S+");

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
    UUID subscriber = subscriber("one@unsubscribe.example.org");
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
    UUID subscriber = subscriber("multipart@unsubscribe.example.org");

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
    UUID subscriber = subscriber("scanned@unsubscribe.example.org");
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
    UUID subscriber = subscriber("button@unsubscribe.example.org");
    String link = path(links.unsubscribe(subscriber));

    HttpResponse<String> answer =
        web.send(
            web.postOf(link, "").header("Origin", "null").header("Sec-Fetch-Site", "same-origin"));

    assertThat(answer.body()).contains("You are unsubscribed");
    assertThat(state(subscriber)).isEqualTo("unsubscribed");
  }

  @Test
  void shouldUnsubscribeFromThePreferencesAndKeepTheAccount() {
    UUID subscriber = subscriber("manage@unsubscribe.example.org");
    String preferences = path(links.manage(subscriber));

    assertThat(web.get(preferences).body()).contains("action=\"" + preferences + "/unsubscribe\"");
    assertThat(web.get(preferences + "/unsubscribe").statusCode()).isEqualTo(405);
    assertThat(state(subscriber)).isEqualTo("confirmed");
    assertThat(web.post(preferences + "/unsubscribe", "").body()).contains("You are unsubscribed");

    assertThat(state(subscriber)).isEqualTo("unsubscribed");
    assertThat(web.get(preferences).body()).contains("No mails are sent to you");
    assertThat(web.get(preferences + "/why?paper=2401.00001").headers().firstValue("Location"))
        .contains(preferences);
  }

  @Test
  void shouldEraseNothingByTheLinksOfADigest() {
    UUID subscriber = subscriber("kept@unsubscribe.example.org");
    String token = last(links.manage(subscriber));

    assertThat(web.get("/preferences/" + token).body())
        .contains("action=\"/preferences/" + token + "/link\"")
        .doesNotContain("/erase");
    for (String digests : List.of(token, last(links.unsubscribe(subscriber)))) {
      assertThat(web.post("/preferences/" + digests + "/erase", "sure=yes").statusCode())
          .isEqualTo(404);
      assertThat(web.post("/unsubscribe/" + digests + "/erase", "sure=yes").statusCode())
          .isEqualTo(404);
      assertThat(web.get("/erase/" + digests).statusCode()).isEqualTo(404);
      assertThat(web.post("/erase/" + digests, "sure=yes").statusCode()).isEqualTo(410);
      assertThat(
              web.send(
                      web.request("/api/subscriptions")
                          .header("Authorization", "Bearer " + digests)
                          .DELETE())
                  .statusCode())
          .isEqualTo(410);
    }
    assertThat(state(subscriber)).isEqualTo("confirmed");
  }

  @Test
  void shouldEraseByALinkThatIsMailedFromThePreferences() {
    UUID subscriber = subscriber("erased@unsubscribe.example.org");
    String manage = path(links.manage(subscriber));

    HttpResponse<String> asked = web.post(manage + "/link", "");
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.body()).contains("Look into your inbox");
    String erase = erasingLink("erased@unsubscribe.example.org");
    assertThat(state(subscriber)).isEqualTo("confirmed");

    assertThat(web.get(erase).body()).contains("method=\"post\"", "action=\"" + erase + "\"");
    assertThat(web.post(erase, "").statusCode()).isEqualTo(400);
    assertThat(state(subscriber)).isEqualTo("confirmed");
    assertThat(web.post(erase, "sure=yes").body()).contains("All is erased");
    assertThat(addresses()).doesNotContain("erased@unsubscribe.example.org");
    assertThat(web.get(erase).body()).contains("All is erased").doesNotContain("method=\"post\"");
    assertThat(web.get(manage).statusCode()).isEqualTo(410);
    assertThat(web.get(path(links.unsubscribe(subscriber))).body())
        .contains("You are unsubscribed", "Your address is deleted already");
  }

  @Test
  void shouldMailTheLinkThatErasesToWhoeverHasUnsubscribed() {
    UUID subscriber = subscriber("ended@unsubscribe.example.org");
    String link = path(links.unsubscribe(subscriber));
    web.post(link + "/link", "");
    assertThat(erasureMailedAt(subscriber)).as("not before the end").isEmpty();

    HttpResponse<String> page = web.post(link, ONE_CLICK);
    assertThat(page.body())
        .contains("action=\"" + link + "/link\"", "are deleted on " + dayOfForgetting(subscriber))
        .doesNotContain("/erase");
    assertThat(web.post(link + "/link", "").statusCode()).isEqualTo(202);
    String erase = erasingLink("ended@unsubscribe.example.org");
    assertThat(state(subscriber)).isEqualTo("unsubscribed");

    assertThat(web.post(erase, "sure=yes").body()).contains("All is erased");
    assertThat(addresses()).doesNotContain("ended@unsubscribe.example.org");
    assertThat(web.post(link, ONE_CLICK).body())
        .contains("You are unsubscribed", "Your address is deleted already")
        .doesNotContain("are deleted");
  }

  @Test
  void shouldMailTheLinkThatErasesNotAgainAsLongAsItHolds() {
    String manage = last(links.manage(subscriber("asks-again@unsubscribe.example.org")));
    List<String> sent = new CopyOnWriteArrayList<>();
    Instant start = Instant.now();

    askForErasure(manage, start, sent);
    askForErasure(manage, start.plus(Duration.ofMinutes(6)), sent);
    askForErasure(manage, start.plus(Duration.ofDays(1)).minusSeconds(1), sent);
    assertThat(sent).containsExactly("Erase your Paperwire subscription");

    askForErasure(manage, start.plus(Duration.ofDays(1)), sent);
    assertThat(sent).hasSize(2);
  }

  @Test
  void shouldMailTheLinkThatErasesAgainWhereNobodyKnowsWhatBecameOfIt() {
    String manage = last(links.manage(subscriber("dies-meanwhile@unsubscribe.example.org")));
    List<String> sent = new CopyOnWriteArrayList<>();
    Instant start = Instant.now();
    // A process that ends before it sends what waits.
    ExecutorService dying = Executors.newSingleThreadExecutor();
    dying.shutdown();
    assertThatThrownBy(() -> subscriptions(into(sent), start, dying).sendErasure(manage, "client"))
        .isInstanceOf(RejectedExecutionException.class);

    askForErasure(manage, start.plus(Duration.ofMinutes(6)), sent);
    assertThat(sent).hasSize(1);
  }

  private void askForErasure(String manage, Instant now, List<String> sent) {
    // Closing waits until the mail is sent.
    try (ExecutorService background = Executors.newSingleThreadExecutor()) {
      assertThat(subscriptions(into(sent), now, background).sendErasure(manage, "client"))
          .isEqualTo(new ErasureMail.Taken());
    }
  }

  private static Mailer into(List<String> sent) {
    return mail -> {
      sent.add(mail.subject());
      return new MailOutcome.Accepted("250 2.0.0 Ok");
    };
  }

  private Subscriptions subscriptions(Mailer mailer, Instant now, ExecutorService background) {
    Jdbi database = web.bean(Jdbi.class);
    TokenSigner signer = web.bean(TokenSigner.class);
    InstantSource clock = InstantSource.fixed(now);
    return new Subscriptions(
        database,
        signer,
        new SubscriptionLinks(database, signer, clock),
        web.bean(MailRenderer.class),
        mailer,
        web.bean(TopicNames.class),
        web.bean(PreferencesRules.class),
        web.bean(AccountSettings.class),
        clock,
        background);
  }

  /** The path of the link of a mail that is on its way. */
  private String erasingLink(String address) {
    return await()
        .atMost(LIMIT)
        .until(
            () -> mails(address).filter(UnsubscribeIT::isErasure).findFirst(), Optional::isPresent)
        .flatMap(Mail::text)
        .map(ERASING_LINK::matcher)
        .filter(Matcher::find)
        .map(link -> path(link.group()))
        .orElseThrow();
  }

  private Stream<Mail> mails(String address) {
    return backends.mailbox().mails().stream().filter(mail -> mail.to().equals(address));
  }

  private static boolean isErasure(Mail mail) {
    return mail.subject().equals("Erase your Paperwire subscription");
  }

  private Optional<Instant> erasureMailedAt(UUID subscriber) {
    return web.bean(Jdbi.class)
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select last_erasure_at from subscribers"
                            + " where id = :id and last_erasure_at is not null")
                    .bind("id", subscriber)
                    .mapTo(Instant.class)
                    .findOne());
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
    UUID subscriber = subscriber("kinds@unsubscribe.example.org");
    String manage = path(links.manage(subscriber)).replace("/preferences", "/unsubscribe");
    String unsubscribe = path(links.unsubscribe(subscriber));

    assertThat(web.post(manage, ONE_CLICK).statusCode()).isEqualTo(410);
    assertThat(
            web.post(unsubscribe.replace("/unsubscribe", "/preferences") + "/link", "")
                .statusCode())
        .isEqualTo(410);
    assertThat(web.post(manage + "/link", "").statusCode()).isEqualTo(410);
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

  /** The token of a link. */
  private static String last(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static String path(String link) {
    return URI.create(link).getPath();
  }
}
