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
 * The connections to the mail server. There are as many as mails were ever sent at once, unless the
 * server takes no more; those that rest for long are closed when the next one is wanted, before the
 * server does so.
 */
@Singleton
final class SmtpConnections implements MailServer {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnections.class);

  /** Servers commonly hang up on clients that are silent for minutes. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  /** Servers commonly limit the mails of one connection, often to 100. */
  private static final int MOST_MAILS = 100;

  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);

  /** How long a server is taken to allow no more connections than it did. */
  private static final Duration LIMIT_HOLDS = Duration.ofMinutes(1);

  private final SmtpSettings settings;
  private final InstantSource clock;
  private final Session session;
  private final Deque<Resting> resting = new ArrayDeque<>();
  private int connecting;
  private int inUse;
  private int limit = Integer.MAX_VALUE;
  private Instant limitEnds = Instant.MIN;

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

  /**
   * A connection that was used before and rests, the most recent one. Where the server allows no
   * more than are in use, it is the next one that comes back.
   */
  Optional<KeptTransport> kept() {
    restedTooLong().forEach(this::hangUp);
    return latest(settings.acceptTimeout());
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

  private synchronized Optional<KeptTransport> latest(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    try {
      long left = most.toMillis();
      while (resting.isEmpty() && isFull() && left > 0) {
        // Nobody says when the limit ends.
        wait(Math.clamp(Duration.between(clock.instant(), limitEnds).toMillis(), 1, left));
        left = (end - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Optional<KeptTransport> latest =
        Optional.ofNullable(resting.pollFirst()).map(Resting::transport);
    latest.ifPresent(_ -> inUse++);
    return latest;
  }

  private boolean isFull() {
    int ours = inUse + connecting;
    return ours > 0 && ours >= limit && clock.instant().isBefore(limitEnds);
  }

  /**
   * A new connection, greeted and logged in.
   *
   * @throws NoConnection if the server cannot be reached or does not want us
   */
  KeptTransport fresh() throws NoConnection {
    connecting(1);
    try {
      KeptTransport transport = connect(session);
      begun();
      return transport;
    } finally {
      connecting(-1);
    }
  }

  /**
   * Whether the server refused a connection because it allows no more than we have, or are about to
   * have. From now on, and for a minute, those are waited for.
   */
  synchronized boolean isLimited(NoConnection refusal) {
    int ours = inUse + resting.size();
    boolean isLimited = refusal.isForNow() && ours + connecting > 0;
    if (isLimited) {
      limit = Math.max(1, ours);
      limitEnds = clock.instant().plus(LIMIT_HOLDS);
      LOG.info("The mail server allows no more than {} connections: {}", limit, refusal.reason());
    }
    return isLimited;
  }

  private synchronized void connecting(int more) {
    connecting += more;
    notifyAll();
  }

  private synchronized void begun() {
    inUse++;
  }

  private synchronized void ended() {
    inUse--;
    notifyAll();
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
    ended();
  }

  /** Closes a connection after a mail that it is of no more use after. */
  void close(KeptTransport transport) {
    hangUp(transport);
    ended();
  }

  private void hangUp(KeptTransport transport) {
    try {
      transport.close();
    } catch (MessagingException failure) {
      LOG.debug("A connection to {} ended badly", settings.server(), failure);
    }
  }

  @Override
  public Optional<String> problem() {
    return look().map(NoConnection::reason);
  }

  /**
   * Looks whether the server is there: over a connection that rests, if one lives, so that a server
   * that limits them or counts logins does not see one more each time.
   */
  Optional<NoConnection> look() {
    if (latest(Duration.ZERO).filter(this::lives).isPresent()) {
      return Optional.empty();
    }
    all().forEach(this::hangUp);
    try {
      hangUp(connect(Session.getInstance(settings.session(PROBE_TIMEOUT))));
      return Optional.empty();
    } catch (NoConnection refusal) {
      return isLimited(refusal) ? Optional.empty() : Optional.of(refusal);
    }
  }

  private boolean lives(KeptTransport transport) {
    boolean lives = transport.isConnected();
    if (lives) {
      keep(transport);
    } else {
      close(transport);
    }
    return lives;
  }

  /** The server's name for people. */
  String server() {
    return settings.server();
  }

  @PreDestroy
  void close() {
    all().forEach(this::hangUp);
  }

  private synchronized List<KeptTransport> all() {
    List<KeptTransport> all = resting.stream().map(Resting::transport).toList();
    resting.clear();
    return all;
  }

  private KeptTransport connect(Session with) throws NoConnection {
    KeptTransport transport = new KeptTransport(with, settings.acceptTimeout());
    try {
      transport.connect(
          settings.host(),
          settings.port(),
          settings.username().orElse(null),
          settings.password().orElse(null));
      return transport;
    } catch (MessagingException failure) {
      throw new NoConnection(settings.server(), transport.refusal(failure), failure);
    }
  }

  private record Resting(KeptTransport transport, Instant since) {}
}
