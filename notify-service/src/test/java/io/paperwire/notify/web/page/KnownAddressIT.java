package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.notify.mail.smtp.ScriptedSmtpServer;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What tells an address that is known from one that is not: the mail, and nothing else. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class KnownAddressIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern CONFIRM = Pattern.compile("/confirm/[\\w-]+");

  private final Backends backends;

  KnownAddressIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldTellWhoSignsUpAgainByMailThatNothingHasChanged() {
    try (RunningWeb web = RunningWeb.start(backends, "signed-up-again-it")) {
      confirmed(web, "known@known.example.org");

      HttpResponse<String> known =
          web.post("/subscribe", "address=known%40known.example.org&phrases=dark+matter");
      HttpResponse<String> stranger =
          web.post("/subscribe", "address=stranger%40known.example.org&phrases=dark+matter");

      assertThat(known.statusCode()).isEqualTo(202);
      assertThat(known.body())
          .isEqualTo(stranger.body().replace("stranger@", "known@"))
          .contains("If it has a subscription already, that stays as it is")
          .contains("<strong class=\"address\" dir=\"ltr\">known@known.example.org</strong>");
      assertThat(mailTo("known@known.example.org").subject())
          .isEqualTo("You have a Paperwire subscription already");
      assertThat(mailTo("known@known.example.org").text().orElseThrow().replaceAll("\\s+", " "))
          .contains("what was chosen in the form is no part of it", "/preferences/");
      assertThat(mailTo("stranger@known.example.org").subject())
          .isEqualTo("Please confirm your Paperwire subscription");
      assertThat(phrases(web)).doesNotContain("known@known.example.org: dark matter");
    }
  }

  @Test
  void shouldAnswerWhoAsksForALinkBeforeTheMailIsSent() throws IOException {
    try (ScriptedSmtpServer smtp = new ScriptedSmtpServer();
        RunningWeb web =
            RunningWeb.start(
                backends,
                "link-answer-it",
                Map.of(
                    "paperwire.mail.smtp.host",
                    "127.0.0.1",
                    "paperwire.mail.smtp.port",
                    smtp.port(),
                    "paperwire.mail.smtp.timeout",
                    "2s",
                    "paperwire.mail.smtp.accept-timeout",
                    "10s",
                    "paperwire.web.sign-up.answer-within",
                    "1s",
                    "paperwire.web.sign-up.address-pause",
                    "1h"))) {
      confirmed(web, "known@known.example.org");
      smtp.answer("MAIL", ScriptedSmtpServer.SILENCE);

      HttpResponse<String> known = web.post("/link", "address=known%40known.example.org");
      HttpResponse<String> stranger = web.post("/link", "address=stranger%40known.example.org");

      assertThat(known.statusCode()).isEqualTo(stranger.statusCode()).isEqualTo(202);
      assertThat(known.body()).isEqualTo(stranger.body().replace("stranger@", "known@"));
      assertThat(smtp.mails()).isEmpty();
      // The server that said nothing is given up, and the link may be asked for again.
      await().atMost(LIMIT).until(() -> !isPaused(web));
      smtp.recover();
      web.post("/link", "address=known%40known.example.org");
      await().atMost(LIMIT).until(() -> smtp.mails().size() == 1);

      assertThat(signUp(web, "known")).isEqualTo(signUp(web, "stranger")).isEqualTo(202);
      assertThat(signUp(web, "known")).isEqualTo(signUp(web, "stranger")).isEqualTo(429);

      // This server never says whether it took the mail; who signs up does not wait for it.
      smtp.answer(".", ScriptedSmtpServer.SILENCE);
      assertThat(signUp(web, "patient")).isEqualTo(202);
    }
  }

  /** What is confirmed is what the mail with the link shows, whoever has signed up since. */
  @Test
  void shouldConfirmWhatTheNewestMailShowsAndByItsLinkOnly() {
    try (RunningWeb web = RunningWeb.start(backends, "newest-mail-it")) {
      signUp(web, "twice");
      String old = confirmPath(mailTo("twice@known.example.org"));
      long sent = Instant.now().getEpochSecond();
      await().atMost(LIMIT).until(() -> Instant.now().getEpochSecond() > sent);
      web.post("/subscribe", "phrases=dark+matter&address=twice%40known.example.org");
      String newest =
          await()
              .atMost(LIMIT)
              .until(
                  () -> confirmPath(mailTo("twice@known.example.org")), path -> !path.equals(old));

      assertThat(web.get(old).statusCode()).isEqualTo(410);
      HttpResponse<String> refused = web.post(old, "");
      assertThat(refused.statusCode()).isEqualTo(410);
      assertThat(refused.body()).contains("Somebody has signed up with this address again");
      assertThat(web.get(newest).statusCode()).isEqualTo(200);
      assertThat(web.post(newest, "").body()).contains("You are subscribed");
      assertThat(web.post(old, "").body()).contains("You are subscribed already");
    }
  }

  @Test
  void shouldSayWhenToTryAgainIfTheMailServerTakesNoMail() throws IOException {
    try (ScriptedSmtpServer smtp = new ScriptedSmtpServer();
        RunningWeb web =
            RunningWeb.start(
                backends,
                "no-mail-it",
                Map.of(
                    "paperwire.mail.smtp.host",
                    "127.0.0.1",
                    "paperwire.mail.smtp.port",
                    smtp.port(),
                    "paperwire.web.sign-up.address-pause",
                    "1h"))) {
      smtp.answer("MAIL", "421 4.3.2 closing down");

      HttpResponse<String> page =
          web.post("/subscribe", "phrases=robots&address=unlucky%40known.example.org");
      HttpResponse<String> api =
          web.send(
              web.request("/api/subscriptions")
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"address\":\"unlucky@known.example.org\",\"phrases\":[\"robots\"]}")));

      assertThat(List.of(page.statusCode(), api.statusCode())).containsOnly(503);
      assertThat(page.headers().firstValue("Retry-After")).contains("180");
      assertThat(api.headers().firstValue("Retry-After")).contains("180");

      smtp.recover();
      assertThat(signUp(web, "unlucky")).isEqualTo(202);
    }
  }

  private static String confirmPath(Mail mail) {
    Matcher link = CONFIRM.matcher(mail.text().orElseThrow());
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private static int signUp(RunningWeb web, String name) {
    return web.post("/subscribe", "phrases=robots&address=" + name + "%40known.example.org")
        .statusCode();
  }

  private static void confirmed(RunningWeb web, String address) {
    web.bean(Jdbi.class)
        .useHandle(
            handle ->
                handle.execute(
                    "insert into subscribers (id, address, address_key, state, cadence, zone,"
                        + " send_minute, send_day, created_at, confirmed_at, updated_at) values"
                        + " (gen_random_uuid(), ?, ?, 'confirmed', 'daily', 'UTC', 480, 1, now(),"
                        + " now(), now())",
                    address,
                    address));
  }

  private static boolean isPaused(RunningWeb web) {
    return web.bean(Jdbi.class)
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from subscribers where last_link_at is not null")
                        .mapTo(Long.class)
                        .one())
        > 0;
  }

  private static List<String> phrases(RunningWeb web) {
    return web.bean(Jdbi.class)
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select address || ': ' || value from interests join subscribers on id ="
                            + " subscriber_id")
                    .mapTo(String.class)
                    .list());
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
}
