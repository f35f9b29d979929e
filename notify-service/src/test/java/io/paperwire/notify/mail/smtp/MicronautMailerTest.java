package io.paperwire.notify.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.email.DefaultEmailSender;
import io.micronaut.email.javamail.composer.DefaultMessageComposer;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MicronautMailerTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
  private ScriptedSmtpServer server;
  private SmtpConnections connections;
  private MicronautMailer mailer;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedSmtpServer();
    use(Optional.empty(), TIMEOUT);
  }

  private void use(Optional<String> bounces, Duration timeout) {
    SmtpSettings settings =
        new SmtpSettings(
            "localhost",
            server.port(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("papers.example.org"),
            timeout,
            Duration.ofMinutes(5));
    connections = new SmtpConnections(settings, bounces, (InstantSource) now::get);
    mailer =
        new MicronautMailer(
            new DefaultEmailSender<>(
                new SmtpSender(connections, new DefaultMessageComposer()), List.of()),
            "digests@example.org",
            "Paperwire");
  }

  @AfterEach
  void stop() throws IOException {
    connections.close();
    server.close();
  }

  @Test
  void shouldSendHtmlAndTextAsAlternativesWithAllHeaders() throws Exception {
    assertThat(mailer.send(mail()))
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
    mailer.send(mail());
    use(Optional.of("bounces@papers.example.org"), TIMEOUT);
    mailer.send(mail());

    assertThat(server.senders())
        .containsExactly(
            "MAIL FROM:<digests@example.org>", "MAIL FROM:<bounces@papers.example.org>");
    assertThat(server.mails().getLast()).contains("From: Paperwire <digests@example.org>");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> use(Optional.of("bounces"), TIMEOUT))
        .withMessageStartingWith("paperwire.mail.bounces");
  }

  @Test
  void shouldGreetByTheNameThatIsConfigured() {
    mailer.send(mail());

    assertThat(server.greetings()).containsExactly("EHLO papers.example.org");
  }

  @Test
  void shouldKeepTheConnectionFromMailToMail() {
    mailer.send(mail());
    mailer.send(mail());
    mailer.send(mail());

    assertThat(server.mails()).hasSize(3);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void shouldNotUseAConnectionThatRestedForLong() {
    mailer.send(mail());
    now.set(now.get().plusSeconds(31));
    mailer.send(mail());

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void shouldTakeANewConnectionAfterAHundredMails() {
    for (int count = 0; count < 101; count++) {
      mailer.send(mail());
    }

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void shouldTryAgainAtOnceWhereTheServerHadClosedTheKeptConnection() throws IOException {
    mailer.send(mail());
    server.cutConnections();

    assertThat(mailer.send(mail())).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(server.mails()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"421 4.4.2 idle for too long", "451 4.4.2 Timeout waiting for data"})
  void shouldNotTakeTheFarewellOfAConnectionThatRestedForAnAnswer(String farewell)
      throws IOException {
    mailer.send(mail());
    server.sayUnasked(farewell);

    assertThat(mailer.send(mail())).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(mailer.send(mail())).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(server.mails()).hasSize(3);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void shouldTellAnAnswerWithoutControlCharacters() {
    server.answer(".", "250 2.0.0\u0000 Ok:\u001b[31m queued\u009b");

    assertThat(mailer.send(mail()))
        .isInstanceOfSatisfying(
            MailOutcome.Accepted.class,
            outcome ->
                assertThat(outcome.answer())
                    .startsWith("250 2.0.0 Ok: [31m queued")
                    .doesNotContainPattern("\\p{Cc}"));
  }

  @Test
  void shouldTellARefusedAddressWithoutRepeatingIt() {
    server.answer("RCPT", "550 5.1.1 <anna@example.net>: Recipient address rejected: gone");

    assertThat(mailer.send(mail()))
        .isEqualTo(
            new MailOutcome.Refused("550 5.1.1 <address>: Recipient address rejected: gone"));
  }

  @Test
  void shouldNotRepeatTheNameThatStandsForAnAddress() {
    server.answer("RCPT", "550 5.1.1 \"Anna\": there is no anna here, see Hannah or Annas");

    assertThat(mailer.send(mail()))
        .isEqualTo(
            new MailOutcome.Refused(
                "550 5.1.1 \"<name>\": there is no <name> here, see Hannah or Annas"));
  }

  @Test
  void shouldGoOnWithTheSameConnectionAfterARefusal() {
    server.answer("RCPT", "550 5.1.1 no such user");
    mailer.send(mail());
    server.recover();

    assertThat(mailer.send(mail())).isInstanceOf(MailOutcome.Accepted.class);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void shouldTellAMailThatTheServerDoesNotTakeForWhatItIs() {
    server.answer(".", "552 5.3.4 Message file too big");
    assertThat(mailer.send(mail()))
        .isEqualTo(new MailOutcome.Rejected("552 5.3.4 Message file too big"));

    server.recover();
    server.answer("MAIL", "552 5.3.4 Message size exceeds fixed limit");
    assertThat(mailer.send(mail()))
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
    server.answer(command, answer);

    assertThat(mailer.send(mail()))
        .isEqualTo(
            new MailOutcome.Denied(
                answer
                    .replace("<anna@example.net>", "<address>")
                    .replace("<digests@example.org>", "<address>")));
  }

  @Test
  void shouldNotBlameTheAddressWhereALoginIsAskedForAtTheRecipient() {
    server.answer("RCPT", "530 5.7.0 Authentication required");

    assertThat(mailer.send(mail()))
        .isEqualTo(new MailOutcome.Unwelcome("530 5.7.0 Authentication required"));
  }

  @Test
  void shouldTellAnAddressThatIsRefusedOnlyAfterTheMail() {
    server.answer(".", "550 5.2.1 The account is inactive");

    assertThat(mailer.send(mail()))
        .isEqualTo(new MailOutcome.Refused("550 5.2.1 The account is inactive"));
  }

  @Test
  void shouldTellWhatIsWorthAnotherTry() {
    server.answer("RCPT", "450 4.2.0 <anna@example.net>: greylisted");
    assertThat(mailer.send(mail()))
        .isEqualTo(new MailOutcome.Deferred("450 4.2.0 <address>: greylisted"));

    server.recover();
    server.answer(".", "451 4.3.0 try later");
    assertThat(mailer.send(mail())).isEqualTo(new MailOutcome.Deferred("451 4.3.0 try later"));

    server.recover();
    server.answer("RCPT", ScriptedSmtpServer.HANG_UP);
    assertThat(mailer.send(mail()))
        .isInstanceOfSatisfying(
            MailOutcome.Deferred.class,
            outcome -> assertThat(outcome.answer()).startsWith("the conversation broke off: "));
  }

  @Test
  @Timeout(30)
  void shouldWaitLongerForTheAnswerToAWholeMail() throws Exception {
    use(Optional.empty(), Duration.ofMillis(100));
    server.answer(".", ScriptedSmtpServer.SILENCE);
    CompletableFuture<MailOutcome> outcome =
        CompletableFuture.supplyAsync(() -> mailer.send(mail()));
    await().until(() -> server.silences() == 1);

    assertThat(outcome).failsWithin(Duration.ofMillis(500));
    server.sayUnasked("250 2.0.0 Ok: no virus found");

    assertThat(outcome.get()).isEqualTo(new MailOutcome.Accepted("250 2.0.0 Ok: no virus found"));
    assertThat(server.mails()).hasSize(1);
  }

  @Test
  void shouldNotClaimToKnowWhatBecameOfAMailWhoseAnswerGotLost() {
    server.answer(".", ScriptedSmtpServer.HANG_UP);

    assertThat(mailer.send(mail()))
        .isInstanceOfSatisfying(
            MailOutcome.Unanswered.class,
            outcome ->
                assertThat(outcome.reason()).startsWith("the answer to the whole mail got lost: "));
    assertThat(server.mails()).as("it had arrived, and is not sent again unasked").hasSize(1);
  }

  @Test
  void shouldNotBlameTheSubscriberForWhatTheServerHasAgainstUs() throws IOException {
    server.answer("MAIL", "550 5.7.1 <digests@example.org>: Sender address rejected");
    assertThat(mailer.send(mail()))
        .isEqualTo(new MailOutcome.Unwelcome("550 5.7.1 <address>: Sender address rejected"));

    server.answer("MAIL", "530 5.7.0 Authentication required");
    assertThat(mailer.send(mail())).isInstanceOf(MailOutcome.Unwelcome.class);

    server.cutConnections();
    server.answer("GREETING", "554 5.7.1 go away");
    assertThat(mailer.send(mail())).isInstanceOf(MailOutcome.Unreachable.class);
  }

  @Test
  void shouldTellThatThereIsNoServer() throws IOException {
    server.close();

    assertThat(mailer.send(mail()))
        .isInstanceOfSatisfying(
            MailOutcome.Unreachable.class,
            outcome ->
                assertThat(outcome.reason())
                    .startsWith("no connection to the mail server localhost:" + server.port())
                    .contains("Connection refused"));
    assertThat(connections.problem()).isPresent();
  }

  @Test
  void shouldFindNoProblemWithAServerThatGreets() {
    assertThat(connections.problem()).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsNoAddressWithoutAskingAServer() {
    OutgoingMail mail =
        new OutgoingMail("not an address", "s", "h", "t", "<m-1@example.org>", Map.of());

    assertThat(mailer.send(mail)).isInstanceOf(MailOutcome.Refused.class);
    assertThat(server.connections()).isZero();
  }

  private MimeMessage received() throws MessagingException {
    byte[] raw = server.mails().getFirst().getBytes(StandardCharsets.UTF_8);
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
  }

  private static String part(MimeMultipart body, int index) throws Exception {
    BodyPart part = body.getBodyPart(index);
    return part.getContentType().split(";", -1)[0] + "|" + part.getContent();
  }

  private static OutgoingMail mail() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", "<https://papers.example.org/unsubscribe/abc>");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    return new OutgoingMail(
        "anna@example.net",
        "Größe $\\alpha$ 👩‍🔬 שלום: 3 papers",
        "<p>Hällo — html</p>\n",
        "Hällo — text\n",
        "<digest-1@example.org>",
        headers);
  }
}
