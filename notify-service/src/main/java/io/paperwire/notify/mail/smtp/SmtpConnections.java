package io.paperwire.notify.mail.smtp;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import io.paperwire.notify.mail.MailServer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to the mail server. There are as many as mails were ever sent at once; those that
 * rest for long are closed when the next one is wanted, before the server does so.
 */
@Singleton
final class SmtpConnections implements MailServer {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnections.class);

  /** Servers commonly hang up on clients that are silent for minutes. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  /** Servers commonly limit the mails of one connection, often to 100. */
  private static final int MOST_MAILS = 100;

  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);

  private final SmtpSettings settings;
  private final InstantSource clock;
  private final Session session;
  private final Deque<Resting> resting = new ArrayDeque<>();

  /**
   * Connections.
   *
   * @param bounces the address that mails which cannot be delivered go back to; if absent, to the
   *     address in From
   */
  SmtpConnections(
      SmtpSettings settings,
      @Property(name = "paperwire.mail.bounces") Optional<String> bounces,
      InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    Properties properties = settings.session(settings.timeout());
    bounces.ifPresent(address -> properties.setProperty("mail.smtp.from", checked(address)));
    this.session = Session.getInstance(properties);
  }

  private static String checked(String address) {
    try {
      new InternetAddress(address, true).validate();
      return address;
    } catch (AddressException wrong) {
      throw new ConfigurationException(
          "paperwire.mail.bounces, where undeliverable mails go back to: '"
              + address
              + "' is not a mail address",
          wrong);
    }
  }

  /** The session in which messages are made. */
  Session session() {
    return session;
  }

  /** A connection that was used before and still rests, the most recent one. */
  Optional<KeptTransport> kept() {
    restedTooLong().forEach(this::close);
    return latest();
  }

  /** They are closed by whoever takes them out: nobody waits for the network with the lock. */
  private synchronized List<KeptTransport> restedTooLong() {
    Instant oldest = clock.instant().minus(LONGEST_REST);
    List<KeptTransport> old = new ArrayList<>();
    while (!resting.isEmpty() && resting.getLast().since().isBefore(oldest)) {
      old.add(resting.removeLast().transport());
    }
    return old;
  }

  private synchronized Optional<KeptTransport> latest() {
    return Optional.ofNullable(resting.pollFirst()).map(Resting::transport);
  }

  /**
   * A new connection, greeted and logged in.
   *
   * @throws MessagingException if the server cannot be reached or does not want us
   */
  KeptTransport fresh() throws MessagingException {
    return connect(session);
  }

  /** Takes a connection back after a mail, in a state to begin the next one. */
  void keep(KeptTransport transport) {
    if (transport.mails() < MOST_MAILS) {
      rest(transport);
    } else {
      close(transport);
    }
  }

  private synchronized void rest(KeptTransport transport) {
    resting.addFirst(new Resting(transport, clock.instant()));
  }

  /** Closes a connection that is of no more use. */
  void close(KeptTransport transport) {
    try {
      transport.close();
    } catch (MessagingException failure) {
      LOG.debug("A connection to {} ended badly", settings.server(), failure);
    }
  }

  @Override
  public Optional<String> problem() {
    try {
      close(connect(Session.getInstance(settings.session(PROBE_TIMEOUT))));
      return Optional.empty();
    } catch (MessagingException failure) {
      return Optional.of(SmtpAnswers.unreachable(settings.server(), failure).reason());
    }
  }

  /** The server's name for people. */
  String server() {
    return settings.server();
  }

  @PreDestroy
  void close() {
    all().forEach(this::close);
  }

  private synchronized List<KeptTransport> all() {
    List<KeptTransport> all = resting.stream().map(Resting::transport).toList();
    resting.clear();
    return all;
  }

  private KeptTransport connect(Session with) throws MessagingException {
    KeptTransport transport = new KeptTransport(with, settings.acceptTimeout());
    transport.connect(
        settings.host(),
        settings.port(),
        settings.username().orElse(null),
        settings.password().orElse(null));
    return transport;
  }

  private record Resting(KeptTransport transport, Instant since) {}
}
