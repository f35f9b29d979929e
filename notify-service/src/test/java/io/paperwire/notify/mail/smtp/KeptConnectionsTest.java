package io.paperwire.notify.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.notify.mail.MailOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When mails go over a connection that there is, and when over another. */
final class KeptConnectionsTest {

  private final SmtpWorld world = new SmtpWorld();

  @AfterEach
  void stop() throws IOException {
    world.close();
  }

  @Test
  void shouldKeepTheConnectionFromMailToMail() {
    world.mailer.send(SmtpWorld.mail());
    world.mailer.send(SmtpWorld.mail());
    world.mailer.send(SmtpWorld.mail());

    assertThat(world.server.mails()).hasSize(3);
    assertThat(world.server.connections()).isEqualTo(1);
  }

  @Test
  void shouldWaitForItsOwnConnectionsWhereTheServerAllowsNoMore() throws Exception {
    world.server.allow(1);
    KeptTransport first = world.connections.fresh();

    CompletableFuture<MailOutcome> second = turnedAway();
    assertThat(world.connections.problem()).isEmpty();
    assertThat(second).isNotDone();
    world.connections.keep(first);

    assertThat(second.get()).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(world.connections.problem()).isEmpty();
  }

  @Test
  void shouldNotKnockAgainSoonWhereTheServerAllowsNoMore() throws Exception {
    world.server.allow(1);
    KeptTransport first = world.connections.fresh();
    CompletableFuture<MailOutcome> second = turnedAway();
    world.connections.keep(first);
    assertThat(second.get()).isInstanceOf(MailOutcome.Accepted.class);

    KeptTransport taken = world.connections.kept().orElseThrow();
    CompletableFuture<MailOutcome> third =
        CompletableFuture.supplyAsync(() -> world.mailer.send(SmtpWorld.mail()));
    world.connections.keep(taken);
    assertThat(third.get()).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(world.server.turnedAway()).isEqualTo(1);
  }

  @Test
  void shouldGoOnWhereTheConnectionThatWasWaitedForIsWornOut() throws Exception {
    world.server.allow(1);
    KeptTransport first = world.connections.fresh();
    for (int mail = 0; mail < 100; mail++) {
      first.begin();
    }
    CompletableFuture<MailOutcome> second = turnedAway();
    world.server.allow(2); // it may not have noticed yet that the first is gone
    world.connections.keep(first);

    assertThat(second.get()).isInstanceOf(MailOutcome.Accepted.class);
  }

  @Test
  void shouldFindNoServerAwayWhereManyConnectAtOnceAndFewMay() {
    world.server.allow(2);
    try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<MailOutcome>> mails =
          Stream.generate(() -> lanes.submit(() -> world.mailer.send(SmtpWorld.mail())))
              .limit(8)
              .toList();

      assertThat(mails)
          .allSatisfy(mail -> assertThat(mail.get()).isInstanceOf(MailOutcome.Accepted.class));
    }
  }

  @Test
  void shouldFindAServerAwayThatWantsNobody() {
    world.server.allow(0);

    assertThat(world.mailer.send(SmtpWorld.mail())).isInstanceOf(MailOutcome.Unreachable.class);
    assertThat(world.connections.problem())
        .hasValueSatisfying(problem -> assertThat(problem).contains("too many connections"));
  }

  @Test
  void shouldLookForTheServerOverAConnectionThatRests() throws Exception {
    world.mailer.send(SmtpWorld.mail());
    assertThat(world.connections.problem()).isEmpty();
    assertThat(world.server.connections()).isEqualTo(1);

    world.server.cutConnections();
    assertThat(world.connections.problem()).isEmpty();
    assertThat(world.server.connections()).isEqualTo(2);
  }

  /** To ask it twice a minute would have us locked out. */
  @Test
  void shouldTakeARefusedLoginForARefusal() {
    world.server.answer("EHLO", "250-ready\r\n250 AUTH PLAIN");
    world.server.answer("AUTH", "535 5.7.8 authentication failed");
    world.use(Optional.empty(), SmtpWorld.TIMEOUT, Optional.of("papers"));

    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isInstanceOfSatisfying(
            MailOutcome.Unwelcome.class,
            refused -> assertThat(refused.answer()).contains("535 5.7.8 authentication failed"));
    assertThat(world.connections.look())
        .hasValueSatisfying(no -> assertThat(no.isForGood()).isTrue());
  }

  @Test
  void shouldTakeALoginThatFailsForNowForAnOutage() {
    world.server.answer("EHLO", "250-ready\r\n250 AUTH PLAIN");
    world.server.answer("AUTH", "454 4.7.0 temporary authentication failure");
    world.use(Optional.empty(), SmtpWorld.TIMEOUT, Optional.of("papers"));

    assertThat(world.mailer.send(SmtpWorld.mail())).isInstanceOf(MailOutcome.Unreachable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "., 552 5.3.4 too large, io.paperwire.notify.mail.MailOutcome$Rejected",
    "., 451 4.3.0 try later, io.paperwire.notify.mail.MailOutcome$Deferred",
    "MAIL, 550 5.7.1 not you, io.paperwire.notify.mail.MailOutcome$Unwelcome"
  })
  void shouldHearARefusalAfterWhichTheServerFallsSilent(
      String command, String answer, Class<MailOutcome> outcome) {
    world.use(Optional.empty(), Duration.ofMillis(300));
    world.server.answer(command, answer);
    world.server.answer("RSET", ScriptedSmtpServer.SILENCE);

    assertThat(world.mailer.send(SmtpWorld.mail())).isInstanceOf(outcome);
  }

  @Test
  void shouldNotUseAConnectionThatRestedForLong() {
    world.mailer.send(SmtpWorld.mail());
    world.now.set(world.now.get().plusSeconds(31));
    world.mailer.send(SmtpWorld.mail());

    assertThat(world.server.connections()).isEqualTo(2);
  }

  @Test
  void shouldTakeANewConnectionAfterAHundredMails() {
    for (int count = 0; count < 101; count++) {
      world.mailer.send(SmtpWorld.mail());
    }

    assertThat(world.server.connections()).isEqualTo(2);
  }

  @Test
  void shouldTryAgainAtOnceWhereTheServerHadClosedTheKeptConnection() throws IOException {
    world.mailer.send(SmtpWorld.mail());
    world.server.cutConnections();

    assertThat(world.mailer.send(SmtpWorld.mail())).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(world.server.mails()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"421 4.4.2 idle for too long", "451 4.4.2 Timeout waiting for data"})
  void shouldNotTakeTheFarewellOfAConnectionThatRestedForAnAnswer(String farewell)
      throws IOException {
    world.mailer.send(SmtpWorld.mail());
    world.server.sayUnasked(farewell);

    assertThat(world.mailer.send(SmtpWorld.mail())).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(world.mailer.send(SmtpWorld.mail())).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(world.server.mails()).hasSize(3);
    assertThat(world.server.connections()).isEqualTo(2);
  }

  /** A mail for which the server has just refused another connection. */
  private CompletableFuture<MailOutcome> turnedAway() {
    CompletableFuture<MailOutcome> mail =
        CompletableFuture.supplyAsync(() -> world.mailer.send(SmtpWorld.mail()));
    await().until(() -> world.server.turnedAway() == 1);
    return mail;
  }
}
