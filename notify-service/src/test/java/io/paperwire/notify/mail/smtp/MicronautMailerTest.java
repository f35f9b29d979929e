package io.paperwire.notify.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.exceptions.ConfigurationException;
import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.notify.mail.OutgoingMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MicronautMailerTest {

  private final SmtpWorld world = new SmtpWorld();

  @AfterEach
  void stop() throws IOException {
    world.close();
  }

  @Test
  void shouldSendHtmlAndTextAsAlternativesWithAllHeaders() throws Exception {
    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(new MailOutcome.Accepted("250 2.0.0 Ok: queued as 4D2F1"));

    MimeMessage message = received();
    assertThat(message.getSubject()).isEqualTo("Größe $\\alpha$ 👩‍🔬 שלום: 3 papers");
    assertThat(message.getMessageID()).isEqualTo("<digest-1@example.org>");
    assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("anna@example.net"));
    assertThat(message.getFrom())
        .containsExactly(new InternetAddress("digests@example.org", "Paperwire"));
    assertThat(message.getSentDate()).isNotNull();
    assertThat(message.getHeader("List-Unsubscribe"))
        .containsExactly("<https://papers.example.org/unsubscribe/abc>");
    assertThat(message.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    MimeMultipart body = (MimeMultipart) message.getContent();
    assertThat(body.getContentType()).startsWith("multipart/alternative");
    assertThat(part(body, 0)).isEqualTo("text/plain|Hällo — text\r\n");
    assertThat(part(body, 1)).isEqualTo("text/html|<p>Hällo — html</p>\r\n");
  }

  @Test
  void shouldHaveWhatCannotBeDeliveredGoBackToTheAddressForIt() throws Exception {
    world.mailer.send(SmtpWorld.mail());
    world.use(Optional.of("bounces@papers.example.org"), SmtpWorld.TIMEOUT);
    world.mailer.send(SmtpWorld.mail());

    assertThat(world.server.senders())
        .containsExactly(
            "MAIL FROM:<digests@example.org>", "MAIL FROM:<bounces@papers.example.org>");
    assertThat(world.server.mails().getLast()).contains("From: Paperwire <digests@example.org>");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> world.use(Optional.of("bounces"), SmtpWorld.TIMEOUT))
        .withMessageStartingWith("paperwire.mail.bounces");
  }

  @Test
  void shouldGreetByTheNameThatIsConfigured() {
    world.mailer.send(SmtpWorld.mail());

    assertThat(world.server.greetings()).containsExactly("EHLO papers.example.org");
  }

  @Test
  void shouldTellAnAnswerWithoutControlCharacters() {
    world.server.answer(".", "250 2.0.0\u0000 Ok:\u001b[31m queued\u009b");

    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isInstanceOfSatisfying(
            MailOutcome.Accepted.class,
            outcome ->
                assertThat(outcome.answer())
                    .startsWith("250 2.0.0 Ok: [31m queued")
                    .doesNotContainPattern("\\p{Cc}"));
  }

  @Test
  void shouldTellARefusedAddressWithoutRepeatingIt() {
    world.server.answer("RCPT", "550 5.1.1 <anna@example.net>: Recipient address rejected: gone");

    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(
            new MailOutcome.Refused("550 5.1.1 <address>: Recipient address rejected: gone"));
  }

  @Test
  void shouldNotRepeatTheNameThatStandsForAnAddress() {
    world.server.answer("RCPT", "550 5.1.1 \"Anna\": there is no anna here, see Hannah or Annas");

    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(
            new MailOutcome.Refused(
                "550 5.1.1 \"<name>\": there is no <name> here, see Hannah or Annas"));
  }

  @Test
  void shouldGoOnWithTheSameConnectionAfterARefusal() {
    world.server.answer("RCPT", "550 5.1.1 no such user");
    world.mailer.send(SmtpWorld.mail());
    world.server.recover();

    assertThat(world.mailer.send(SmtpWorld.mail())).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(world.server.connections()).isEqualTo(1);
  }

  @Test
  void shouldTellAMailThatTheServerDoesNotTakeForWhatItIs() {
    world.server.answer(".", "552 5.3.4 Message file too big");
    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(new MailOutcome.Rejected("552 5.3.4 Message file too big"));

    world.server.recover();
    world.server.answer("MAIL", "552 5.3.4 Message size exceeds fixed limit");
    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(new MailOutcome.Rejected("552 5.3.4 Message size exceeds fixed limit"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Postfix keeps what it has against a client or a sender until it is told a recipient.
        "RCPT | 554 5.7.1 <anna@example.net>: Relay access denied",
        "RCPT | 550 5.7.1 <digests@example.org>: Sender address rejected: not yours",
        "RCPT | 550 5.1.8 <digests@example.org>: Sender address rejected: Domain not found",
        "RCPT | 550 relay not permitted",
        "DATA | 554 5.5.1 Error: no valid recipients",
        // Whether a domain stands up for a mail is known only once the mail is there.
        ".    | 550 5.7.26 This mail has been blocked because the sender is unauthenticated",
        ".    | 554 5.7.1 looks like spam",
        ".    | 550 administrative prohibition",
      })
  void shouldNotBlameTheAddressForAPolicyWhereverItShows(String command, String answer) {
    world.server.answer(command, answer);

    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(
            new MailOutcome.Denied(
                answer
                    .replace("<anna@example.net>", "<address>")
                    .replace("<digests@example.org>", "<address>")));
  }

  @Test
  void shouldNotBlameTheAddressWhereALoginIsAskedForAtTheRecipient() {
    world.server.answer("RCPT", "530 5.7.0 Authentication required");

    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(new MailOutcome.Unwelcome("530 5.7.0 Authentication required"));
  }

  @Test
  void shouldTellAnAddressThatIsRefusedOnlyAfterTheMail() {
    world.server.answer(".", "550 5.2.1 The account is inactive");

    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(new MailOutcome.Refused("550 5.2.1 The account is inactive"));
  }

  @Test
  void shouldTellWhatIsWorthAnotherTry() {
    world.server.answer("RCPT", "450 4.2.0 <anna@example.net>: greylisted");
    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(new MailOutcome.Deferred("450 4.2.0 <address>: greylisted"));

    world.server.recover();
    world.server.answer(".", "451 4.3.0 try later");
    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(new MailOutcome.Deferred("451 4.3.0 try later"));

    world.server.recover();
    world.server.answer("RCPT", ScriptedSmtpServer.HANG_UP);
    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isInstanceOfSatisfying(
            MailOutcome.Deferred.class,
            outcome -> assertThat(outcome.answer()).startsWith("the conversation broke off: "));
  }

  @Test
  @Timeout(30)
  void shouldWaitLongerForTheAnswerToAWholeMail() throws Exception {
    world.use(Optional.empty(), Duration.ofMillis(100));
    world.server.answer(".", ScriptedSmtpServer.SILENCE);
    CompletableFuture<MailOutcome> outcome =
        CompletableFuture.supplyAsync(() -> world.mailer.send(SmtpWorld.mail()));
    await().until(() -> world.server.silences() == 1);

    assertThat(outcome).failsWithin(Duration.ofMillis(500));
    world.server.sayUnasked("250 2.0.0 Ok: no virus found");

    assertThat(outcome.get()).isEqualTo(new MailOutcome.Accepted("250 2.0.0 Ok: no virus found"));
    assertThat(world.server.mails()).hasSize(1);
  }

  @Test
  void shouldNotClaimToKnowWhatBecameOfAMailWhoseAnswerGotLost() {
    world.server.answer(".", ScriptedSmtpServer.HANG_UP);

    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isInstanceOfSatisfying(
            MailOutcome.Unanswered.class,
            outcome ->
                assertThat(outcome.reason()).startsWith("the answer to the whole mail got lost: "));
    assertThat(world.server.mails()).as("it had arrived, and is not sent again unasked").hasSize(1);
  }

  @Test
  void shouldNotBlameTheSubscriberForWhatTheServerHasAgainstUs() throws IOException {
    world.server.answer("MAIL", "550 5.7.1 <digests@example.org>: Sender address rejected");
    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isEqualTo(new MailOutcome.Unwelcome("550 5.7.1 <address>: Sender address rejected"));

    world.server.answer("MAIL", "530 5.7.0 Authentication required");
    assertThat(world.mailer.send(SmtpWorld.mail())).isInstanceOf(MailOutcome.Unwelcome.class);

    world.server.cutConnections();
    world.server.answer("GREETING", "554 5.7.1 go away");
    assertThat(world.mailer.send(SmtpWorld.mail())).isInstanceOf(MailOutcome.Unwelcome.class);
  }

  @Test
  void shouldTellThatThereIsNoServer() throws IOException {
    world.server.close();

    assertThat(world.mailer.send(SmtpWorld.mail()))
        .isInstanceOfSatisfying(
            MailOutcome.Unreachable.class,
            outcome ->
                assertThat(outcome.reason())
                    .startsWith("no connection to the mail server localhost:" + world.server.port())
                    .contains("Connection refused"));
    assertThat(world.connections.problem()).isPresent();
  }

  @Test
  void shouldFindNoProblemWithAServerThatGreets() {
    assertThat(world.connections.problem()).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsNoAddressWithoutAskingAServer() {
    OutgoingMail mail =
        new OutgoingMail("not an address", "s", "h", "t", "<m-1@example.org>", Map.of());

    assertThat(world.mailer.send(mail)).isInstanceOf(MailOutcome.Refused.class);
    assertThat(world.server.connections()).isZero();
  }

  private MimeMessage received() throws MessagingException {
    byte[] raw = world.server.mails().getFirst().getBytes(StandardCharsets.UTF_8);
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
  }

  private static String part(MimeMultipart body, int index) throws Exception {
    BodyPart part = body.getBodyPart(index);
    return part.getContentType().split(";", -1)[0] + "|" + part.getContent();
  }
}
