package io.paperwire.notify.web.account;

import io.paperwire.notify.token.TokenScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mails with links that anybody can have sent to anybody, and the pauses between them.
 *
 * <p>A sign-up says so if it has to wait, and it waits for an earlier sign-up only, which every
 * address has, known or not. Asking for a link waits for both, and always answers the same. The
 * link that erases waits for neither: it is not sent again as long as the last one holds.
 */
final class LinkMails {

  private static final Logger LOG = LoggerFactory.getLogger(LinkMails.class);

  /** So long it is, as a rule, until a mail server that is away is back. */
  private static final Duration MAIL_SERVER_AWAY = Duration.ofMinutes(3);

  private static final Duration ERASURE_HOLDS = TokenScope.ERASE.lifetime().orElseThrow();

  private final Jdbi database;
  private final LinkMailer mailer;
  private final AccountSettings settings;
  private final ExecutorService background;

  LinkMails(
      Jdbi database, LinkMailer mailer, AccountSettings settings, ExecutorService background) {
    this.database = database;
    this.mailer = mailer;
    this.settings = settings;
    this.background = background;
  }

  /** Notes in a transaction what became of a mail. */
  @FunctionalInterface
  private interface Note {
    void on(AccountTable accounts, UUID id);
  }

  /** Takes a sign-up and mails what comes next. */
  SignUp signUp(MailAddress address, Preferences preferences, Instant now) {
    NextMail next =
        database.inTransaction(
            handle -> {
              AccountTable accounts = new AccountTable(handle);
              accounts.insertPending(UUID.randomUUID(), address, preferences, now);
              Subscriber subscriber = accounts.lockByAddress(address).orElseThrow();
              Optional<Duration> wait = pause(subscriber.lastSignUpAt(), now);
              if (wait.isPresent()) {
                return new NextMail.Wait(wait.get());
              }
              accounts.setLastSignUpAt(subscriber.id(), Optional.of(now));
              return switch (subscriber.state()) {
                case CONFIRMED -> new NextMail.Known(subscriber.id(), subscriber.address());
                case PENDING, UNSUBSCRIBED -> {
                  accounts.setState(subscriber.id(), SubscriberState.PENDING, now);
                  accounts.savePreferences(subscriber.id(), preferences, now);
                  yield new NextMail.Confirm(subscriber.id(), subscriber.address(), preferences);
                }
              };
            });
    return sendWithin(
        settings.answerWithin(),
        next,
        (accounts, id) -> accounts.setLastSignUpAt(id, Optional.empty()));
  }

  /** Mails the link to whoever has a subscription, after the answer. */
  SignUp sendLink(MailAddress address, Instant now) {
    sendLater(
        database.inTransaction(
            handle -> {
              AccountTable accounts = new AccountTable(handle);
              return accounts
                  .lockByAddress(address)
                  .map(subscriber -> link(accounts, subscriber, now))
                  .orElseGet(NextMail.Nothing::new);
            }),
        (accounts, id) -> accounts.setLastLinkAt(id, Optional.empty()));
    return new SignUp.MailSent();
  }

  private NextMail link(AccountTable accounts, Subscriber subscriber, Instant now) {
    if (subscriber.state() == SubscriberState.UNSUBSCRIBED || isTooSoon(subscriber, now)) {
      return new NextMail.Nothing();
    }
    accounts.setLastLinkAt(subscriber.id(), Optional.of(now));
    return subscriber.state() == SubscriberState.CONFIRMED
        ? new NextMail.Manage(subscriber.id(), subscriber.address())
        : new NextMail.Confirm(
            subscriber.id(), subscriber.address(), accounts.preferences(subscriber.id()));
  }

  /** Mails the link with which all is erased to whoever is in one of the states; as above. */
  void sendErasure(UUID id, Set<SubscriberState> states, Instant now) {
    sendLater(
        database.inTransaction(
            handle -> {
              AccountTable accounts = new AccountTable(handle);
              return accounts
                  .lock(id)
                  .filter(subscriber -> states.contains(subscriber.state()))
                  .filter(subscriber -> !hasErasure(subscriber, now))
                  .map(subscriber -> erasure(accounts, subscriber, now))
                  .orElseGet(NextMail.Nothing::new);
            }),
        (accounts, subscriber) -> accounts.setLastErasureAt(subscriber, Optional.empty()));
  }

  private static boolean hasErasure(Subscriber subscriber, Instant now) {
    return left(subscriber.lastErasureAt(), ERASURE_HOLDS, now).isPresent();
  }

  private NextMail erasure(AccountTable accounts, Subscriber subscriber, Instant now) {
    // Until a server has the mail, which may never be, the next one waits for the usual pause only.
    Instant sameEnd = now.plus(settings.addressPause()).minus(ERASURE_HOLDS);
    accounts.setLastErasureAt(subscriber.id(), Optional.of(sameEnd));
    return new NextMail.Erase(subscriber.id(), subscriber.address(), now);
  }

  private boolean isTooSoon(Subscriber subscriber, Instant now) {
    return pause(subscriber.lastMailAt(), now).isPresent();
  }

  private Optional<Duration> pause(Optional<Instant> lastMail, Instant now) {
    return left(lastMail, settings.addressPause(), now);
  }

  /** What is left of a pause since a mail. */
  private static Optional<Duration> left(Optional<Instant> mail, Duration pause, Instant now) {
    return mail.map(last -> Duration.between(now, last.plus(pause))).filter(Duration::isPositive);
  }

  /** A mail server may read a mail for minutes before it answers, longer than anybody waits. */
  private SignUp sendWithin(Duration time, NextMail next, Note unsent) {
    try {
      return CompletableFuture.supplyAsync(() -> sendNoted(next, unsent), background)
          .completeOnTimeout(new SignUp.MailSent(), time.toNanos(), TimeUnit.NANOSECONDS)
          .join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof JdbiException outage) {
        throw outage;
      }
      throw failure;
    }
  }

  private void sendLater(NextMail next, Note unsent) {
    Future<?> _ = background.submit(() -> sendNoted(next, unsent));
  }

  /** Whoever waited for the answer may have gone: the log is told what failed. */
  private SignUp sendNoted(NextMail next, Note unsent) {
    try {
      return send(next, unsent);
    } catch (JdbiException failure) {
      LOG.warn("what became of a link mail cannot be noted: {}", failure.toString());
      throw failure;
    }
  }

  private SignUp send(NextMail next, Note unsent) {
    return switch (next) {
      case NextMail.Confirm(UUID id, String address, Preferences preferences) ->
          sent(id, mailer.sendConfirmation(id, address, preferences), unsent);
      case NextMail.Known(UUID id, String address) ->
          sent(id, mailer.sendKnown(id, address), unsent);
      case NextMail.Manage(UUID id, String address) ->
          sent(id, mailer.sendManageLink(id, address), unsent);
      case NextMail.Erase(UUID id, String address, Instant asked) -> {
        boolean taken = mailer.sendErasure(id, address);
        if (taken) {
          note((accounts, holder) -> accounts.setLastErasureAt(holder, Optional.of(asked)), id);
        }
        yield sent(id, taken, unsent);
      }
      case NextMail.Wait(Duration time) -> new SignUp.TooSoon(time);
      case NextMail.Nothing() -> new SignUp.MailSent();
    };
  }

  private SignUp sent(UUID id, boolean taken, Note unsent) {
    if (taken) {
      return new SignUp.MailSent();
    }
    note(unsent, id);
    return new SignUp.NotSent(MAIL_SERVER_AWAY);
  }

  private void note(Note note, UUID id) {
    database.useTransaction(handle -> note.on(new AccountTable(handle), id));
  }
}
