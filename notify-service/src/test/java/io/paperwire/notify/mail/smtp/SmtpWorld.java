package io.paperwire.notify.mail.smtp;

import io.micronaut.email.DefaultEmailSender;
import io.micronaut.email.javamail.composer.DefaultMessageComposer;
import io.paperwire.notify.mail.OutgoingMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A mail server that says what it is told to, and a mailer that sends its mails there. */
final class SmtpWorld implements AutoCloseable {

  static final Duration TIMEOUT = Duration.ofSeconds(20);

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
  final ScriptedSmtpServer server = started();
  SmtpConnections connections = connections(Optional.empty(), TIMEOUT, Optional.empty());
  MicronautMailer mailer = mailer(connections);

  private static ScriptedSmtpServer started() {
    try {
      return new ScriptedSmtpServer();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void use(Optional<String> bounces, Duration timeout) {
    use(bounces, timeout, Optional.empty());
  }

  /** From now on, sends with these settings. The login is both name and password. */
  void use(Optional<String> bounces, Duration timeout, Optional<String> login) {
    connections = connections(bounces, timeout, login);
    mailer = mailer(connections);
  }

  private SmtpConnections connections(
      Optional<String> bounces, Duration timeout, Optional<String> login) {
    SmtpSettings settings =
        new SmtpSettings(
            "localhost",
            server.port(),
            login,
            login,
            Optional.empty(),
            Optional.empty(),
            Optional.of("papers.example.org"),
            timeout,
            Duration.ofMinutes(5));
    return new SmtpConnections(settings, bounces, (InstantSource) now::get);
  }

  private static MicronautMailer mailer(SmtpConnections connections) {
    return new MicronautMailer(
        new DefaultEmailSender<>(
            new SmtpSender(connections, new DefaultMessageComposer()), List.of()),
        "digests@example.org",
        "Paperwire");
  }

  @Override
  public void close() throws IOException {
    connections.close();
    server.close();
  }

  static OutgoingMail mail() {
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
