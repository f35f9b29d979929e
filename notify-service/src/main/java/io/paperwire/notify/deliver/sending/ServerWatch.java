package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.patience.Pause;
import io.paperwire.notify.mail.MailServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the mail server is there. While it is not, nothing is read and nothing is sent. It
 * is asked again after a time that grows until a mail is accepted: a server that greets and then
 * refuses everybody is not back. Such a server is known by the {@linkplain RefusalRun run} of its
 * refusals.
 */
public final class ServerWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** To ask a server that is there and says no more often would look like an attack. */
  private static final Duration LONGEST_REFUSED = Duration.ofMinutes(5);

  private static final Duration LOOK = Duration.ofMillis(250);

  private final MailServer server;
  private final InstantSource clock;
  private final RefusalRun refusals = new RefusalRun();
  private final DeniedAlone alone;
  private Optional<String> problem = Optional.empty();
  private Duration longest = LONGEST;
  private Duration wait = FIRST;
  private Instant askAgain = Instant.MIN;

  /** A watch over a server that is taken to be there. */
  public ServerWatch(MailServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    this.alone = new DeniedAlone(clock);
  }

  /** Why no mail goes through; empty if mails do. */
  public synchronized Optional<String> problem() {
    return problem;
  }

  /** Waits until the server is there. */
  void awaitReady(Pause pause) {
    while (problem().isPresent()) {
      pause.rest(LOOK);
    }
  }

  /** A mail found the server away. */
  synchronized void lost(String reason) {
    pause(reason, LONGEST);
  }

  /** The server is there and takes nobody's mails. */
  synchronized void refusesAll(String answer) {
    pause(
        "the mail server refuses one mail after the other; see what its log and documentation say"
            + " of this answer: "
            + answer,
        LONGEST_REFUSED);
  }

  /** The server is there and takes no mail of ours, whomever it is for. */
  synchronized void deniesUs(String answer) {
    pause("the mail server does not let us send: " + answer, LONGEST_REFUSED);
  }

  /** The server refused a subscriber's mail. */
  RefusalRun.Place refused(UUID subscriberId, String answer) {
    return refusals.add(subscriberId, answer);
  }

  /** Nobody knows whether the server denies others too; tells how long the subscriber waits. */
  Duration deniedAlone(UUID subscriberId) {
    return alone.add(subscriberId);
  }

  /** When to ask the server again for a subscriber whom it denies; empty if now. */
  Optional<Instant> waitsUntil(UUID subscriberId) {
    return alone.waitsUntil(subscriberId);
  }

  private void pause(String reason, Duration most) {
    longest = most;
    if (problem.isEmpty()) {
      Duration time = postpone();
      LOG.warn("No mail goes through; sending pauses for {} s: {}", time.toSeconds(), reason);
    }
    problem = Optional.of(reason);
  }

  /** The server took a subscriber's mail. */
  synchronized void accepted(UUID subscriberId) {
    wait = FIRST;
    refusals.end(subscriberId);
    alone.end(subscriberId);
  }

  /** Asks the server again if it is away and the time has come, or the clock was set back. */
  void look() {
    if (isTimeToAsk()) {
      Optional<String> answer = server.problem();
      synchronized (this) {
        if (answer.isEmpty()) {
          LOG.info("The mail server answers; sending goes on");
        } else {
          postpone();
        }
        problem = answer;
      }
    }
  }

  private synchronized boolean isTimeToAsk() {
    Instant now = clock.instant();
    boolean isSetBack = askAgain.isAfter(now.plus(LONGEST_REFUSED));
    return problem.isPresent() && (isSetBack || !now.isBefore(askAgain));
  }

  /** Tells for how long. */
  private Duration postpone() {
    Duration time = shorter(wait, longest);
    askAgain = clock.instant().plus(time);
    wait = shorter(time.multipliedBy(2), longest);
    return time;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
