package io.paperwire.notify.web.account;

import io.micronaut.scheduling.TaskExecutors;
import io.paperwire.notify.mail.Mailer;
import io.paperwire.notify.mail.render.MailRenderer;
import io.paperwire.notify.matching.Subscription;
import io.paperwire.notify.matching.WhyNot;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.token.TokenOutcome;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.notify.web.client.ClientLimit;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a subscription, each step one transaction. */
@Singleton
@WebRole
public class Subscriptions {

  private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

  private final Jdbi database;
  private final TokenSigner signer;
  private final SubscriptionLinks links;
  private final LinkMailer mailer;
  private final PreferencesRules rules;
  private final AccountSettings settings;
  private final ClientLimit clients;
  private final ExecutorService background;

  /** Made by Micronaut. */
  public Subscriptions(
      Jdbi database,
      TokenSigner signer,
      SubscriptionLinks links,
      MailRenderer renderer,
      Mailer mailer,
      TopicNames topics,
      PreferencesRules rules,
      AccountSettings settings,
      InstantSource clock,
      @Named(TaskExecutors.BLOCKING) ExecutorService background) {
    this.database = database;
    this.signer = signer;
    this.links = links;
    this.mailer = new LinkMailer(renderer, mailer, topics);
    this.rules = rules;
    this.settings = settings;
    this.background = background;
    this.clients = new ClientLimit(settings.clientLimit(), settings.clientWindow(), clock);
  }

  /**
   * Takes a wish to subscribe and mails the next step: the link that confirms it, or, where the
   * address is confirmed already, the link that manages it, and that nothing has changed. Whoever
   * asks cannot tell which.
   *
   * @param client who asks, for example an IP address; only counted
   */
  public SignUp signUp(String address, PreferencesForm form, String client) {
    Optional<MailAddress> parsed = MailAddress.parse(address);
    FieldErrors addressError = new FieldErrors(java.util.Map.of());
    if (parsed.isEmpty()) {
      addressError = wrongAddress(address);
    }
    return switch (rules.check(form)) {
      case CheckedForm.Rejected(FieldErrors errors) ->
          new SignUp.Rejected(addressError.and(errors));
      case CheckedForm.Accepted(Preferences preferences) ->
          parsed.isEmpty()
              ? new SignUp.Rejected(addressError)
              : limited(client).orElseGet(() -> signUp(parsed.get(), preferences));
    };
  }

  /**
   * Mails a subscriber the link that manages the subscription, or confirms it if it is pending. The
   * mail is sent after the answer, which so is the same for an address that is not known, and takes
   * no longer. It therefore cannot say that no mail could be sent.
   */
  public SignUp sendLink(String address, String client) {
    Optional<MailAddress> parsed = MailAddress.parse(address);
    if (parsed.isEmpty()) {
      return new SignUp.Rejected(wrongAddress(address));
    }
    return limited(client).orElseGet(() -> sendLink(parsed.get()));
  }

  /** What a confirmation link would do; changes nothing. */
  public LinkState confirmation(String token) {
    return links.look(token, TokenScope.CONFIRM);
  }

  /** Confirms a subscription: from now on papers are matched and mails are sent. */
  public Confirmation confirm(String token) {
    return switch (signer.verify(token, TokenScope.CONFIRM)) {
      case TokenOutcome.Valid(UUID id) -> confirm(id);
      case TokenOutcome.Expired _ ->
          new Confirmation.DeadLink("This link is too old. Please sign up again.");
      case TokenOutcome.WrongScope _, TokenOutcome.Forged _, TokenOutcome.Malformed _ ->
          new Confirmation.DeadLink("This link is incomplete. Please copy all of it.");
    };
  }

  /** The subscription that a management link leads to. */
  public Optional<Account> account(String manageToken) {
    return links
        .holder(manageToken, TokenScope.MANAGE)
        .flatMap(
            id ->
                database.inTransaction(
                    handle -> {
                      AccountTable accounts = new AccountTable(handle);
                      return accounts
                          .find(id)
                          .map(
                              subscriber ->
                                  new Account(
                                      subscriber.address(),
                                      accounts.preferences(id),
                                      subscriber.state() == SubscriberState.CONFIRMED));
                    }));
  }

  /** Checks what somebody asks for, and does nothing. */
  public CheckedForm check(PreferencesForm form) {
    return rules.check(form);
  }

  /**
   * What the account knows of the holder of a management link who asks about a paper; examples are
   * no part of it.
   */
  public Optional<WhyNot.Asking> asking(String manageToken, String paperId) {
    return links
        .holder(manageToken, TokenScope.MANAGE)
        .flatMap(
            id ->
                database.inTransaction(
                    handle -> {
                      AccountTable accounts = new AccountTable(handle);
                      return accounts
                          .confirmedAt(id)
                          .map(
                              since -> {
                                Preferences preferences = accounts.preferences(id);
                                return new WhyNot.Asking(
                                    new Subscription(id.toString(), 1, preferences.interests()),
                                    since,
                                    preferences.schedule(),
                                    accounts.told(id, paperId));
                              });
                    }));
  }

  /** Replaces the preferences of a confirmed subscription. */
  public Change change(String manageToken, PreferencesForm form) {
    Optional<UUID> id = links.holder(manageToken, TokenScope.MANAGE);
    if (id.isEmpty()) {
      return new Change.NoAccount("This link is too old or incomplete. Ask for a new one.");
    }
    return switch (rules.check(form)) {
      case CheckedForm.Rejected(FieldErrors errors) -> new Change.Refused(errors);
      case CheckedForm.Accepted(Preferences preferences) -> change(id.get(), preferences);
    };
  }

  /** What an unsubscription link would do; changes nothing. */
  public LinkState unsubscription(String token) {
    return links.look(token, TokenScope.UNSUBSCRIBE);
  }

  /** Ends a subscription: no more mails. Doing it again does no harm. */
  public Ended unsubscribe(String token) {
    return links.holder(token, TokenScope.UNSUBSCRIBE).map(this::end).orElse(Ended.DEAD_LINK);
  }

  /** Ends a subscription like {@link #unsubscribe}, for the holder of a management link. */
  public Ended unsubscribeManaged(String manageToken) {
    return links.holder(manageToken, TokenScope.MANAGE).map(this::end).orElse(Ended.DEAD_LINK);
  }

  /** Ends a subscription whose address takes no mail. */
  void endRefused(UUID id) {
    if (end(id) == Ended.DONE) {
      LOG.info("subscription {} is over: its address refuses all mail", id);
    }
  }

  /** Forgets a subscriber: address, preferences and all that follows from them. */
  public Ended erase(String manageToken) {
    return links
        .holder(manageToken, TokenScope.MANAGE)
        .map(id -> forget(id, EnumSet.allOf(SubscriberState.class)))
        .orElse(Ended.DEAD_LINK);
  }

  /**
   * Forgets a subscriber who has unsubscribed, for the holder of the link that did it. Such links
   * hold for ever and stand in every mail, so they erase no subscription that goes on.
   */
  public Ended eraseEnded(String unsubscribeToken) {
    return links
        .holder(unsubscribeToken, TokenScope.UNSUBSCRIBE)
        .map(id -> forget(id, EnumSet.of(SubscriberState.UNSUBSCRIBED)))
        .orElse(Ended.DEAD_LINK);
  }

  private static FieldErrors wrongAddress(String address) {
    return FieldErrors.of(
        "address",
        address.isBlank()
            ? "An address is needed to send papers to."
            : "This is not a mail address that can be written to.");
  }

  private Optional<SignUp> limited(String client) {
    return clients.count(client).map(SignUp.TooMany::new);
  }

  private SignUp signUp(MailAddress address, Preferences preferences) {
    Instant now = now();
    NextMail next =
        database.inTransaction(
            handle -> {
              AccountTable accounts = new AccountTable(handle);
              accounts.insertPending(UUID.randomUUID(), address, preferences, now);
              Subscriber subscriber = accounts.lockByAddress(address).orElseThrow();
              Optional<Duration> wait = pause(subscriber, now);
              if (wait.isPresent()) {
                return new NextMail.Wait(wait.get());
              }
              accounts.setLastLinkAt(subscriber.id(), Optional.of(now));
              return switch (subscriber.state()) {
                case CONFIRMED -> new NextMail.Known(subscriber.id(), subscriber.address());
                case PENDING, UNSUBSCRIBED -> {
                  accounts.setState(subscriber.id(), SubscriberState.PENDING, now);
                  accounts.savePreferences(subscriber.id(), preferences, now);
                  yield new NextMail.Confirm(subscriber.id(), subscriber.address(), preferences);
                }
              };
            });
    return send(next);
  }

  private SignUp sendLink(MailAddress address) {
    Instant now = now();
    NextMail next =
        database.inTransaction(
            handle -> {
              AccountTable accounts = new AccountTable(handle);
              Optional<Subscriber> found = accounts.lockByAddress(address);
              if (found.isEmpty() || found.get().state() == SubscriberState.UNSUBSCRIBED) {
                return new NextMail.Nothing();
              }
              Subscriber subscriber = found.get();
              if (pause(subscriber, now).isPresent()) {
                return new NextMail.Nothing();
              }
              accounts.setLastLinkAt(subscriber.id(), Optional.of(now));
              return subscriber.state() == SubscriberState.CONFIRMED
                  ? new NextMail.Manage(subscriber.id(), subscriber.address())
                  : new NextMail.Confirm(
                      subscriber.id(), subscriber.address(), accounts.preferences(subscriber.id()));
            });
    background.execute(() -> sendLater(next));
    return new SignUp.MailSent();
  }

  private void sendLater(NextMail next) {
    try {
      send(next);
    } catch (JdbiException failure) {
      LOG.warn("what became of a link mail cannot be noted: {}", failure.toString());
    }
  }

  private Optional<Duration> pause(Subscriber subscriber, Instant now) {
    return subscriber
        .lastLinkAt()
        .map(last -> Duration.between(now, last.plus(settings.addressPause())))
        .filter(Duration::isPositive);
  }

  private SignUp send(NextMail next) {
    return switch (next) {
      case NextMail.Confirm(UUID id, String address, Preferences preferences) ->
          sent(id, mailer.sendConfirmation(id, address, preferences));
      case NextMail.Known(UUID id, String address) -> sent(id, mailer.sendKnown(id, address));
      case NextMail.Manage(UUID id, String address) -> sent(id, mailer.sendManageLink(id, address));
      case NextMail.Wait(Duration time) -> new SignUp.TooSoon(time);
      case NextMail.Nothing() -> new SignUp.MailSent();
    };
  }

  private SignUp sent(UUID id, boolean taken) {
    if (taken) {
      return new SignUp.MailSent();
    }
    database.useTransaction(handle -> new AccountTable(handle).setLastLinkAt(id, Optional.empty()));
    return new SignUp.NotSent();
  }

  private Confirmation confirm(UUID id) {
    Instant now = now();
    return database.inTransaction(
        handle -> {
          AccountTable accounts = new AccountTable(handle);
          Optional<Subscriber> subscriber = accounts.lock(id);
          if (subscriber.isEmpty()) {
            return new Confirmation.DeadLink("This subscription no longer exists.");
          }
          return switch (subscriber.get().state()) {
            case PENDING -> {
              accounts.setState(id, SubscriberState.CONFIRMED, now);
              accounts.setConfirmedAt(id, now);
              accounts.announceInterests(id, now);
              yield new Confirmation.Confirmed(signer.issue(id, TokenScope.MANAGE));
            }
            case CONFIRMED ->
                new Confirmation.AlreadyConfirmed(signer.issue(id, TokenScope.MANAGE));
            case UNSUBSCRIBED ->
                new Confirmation.DeadLink("This subscription has ended. You can sign up again.");
          };
        });
  }

  private Change change(UUID id, Preferences preferences) {
    Instant now = now();
    return database.inTransaction(
        handle -> {
          AccountTable accounts = new AccountTable(handle);
          Optional<Subscriber> subscriber = accounts.lock(id);
          if (subscriber.isEmpty() || subscriber.get().state() != SubscriberState.CONFIRMED) {
            return new Change.NoAccount("This subscription has ended. You can sign up again.");
          }
          accounts.savePreferences(id, preferences, now);
          accounts.announceInterests(id, now);
          return new Change.Saved();
        });
  }

  private Ended end(UUID id) {
    Instant now = now();
    return database.inTransaction(
        handle -> {
          AccountTable accounts = new AccountTable(handle);
          Optional<Subscriber> subscriber = accounts.lock(id);
          if (subscriber.isEmpty() || subscriber.get().state() == SubscriberState.UNSUBSCRIBED) {
            return Ended.ALREADY;
          }
          boolean told = subscriber.get().state() == SubscriberState.CONFIRMED;
          accounts.setState(id, SubscriberState.UNSUBSCRIBED, now);
          if (told) {
            accounts.announceInterests(id, now);
            accounts.announceUnsubscribed(id, now);
          }
          return Ended.DONE;
        });
  }

  private Ended forget(UUID id, Set<SubscriberState> states) {
    Instant now = now();
    return database.inTransaction(
        handle -> {
          AccountTable accounts = new AccountTable(handle);
          Optional<Subscriber> subscriber = accounts.lock(id);
          if (subscriber.isEmpty()) {
            return Ended.ALREADY;
          }
          if (!states.contains(subscriber.get().state())) {
            return Ended.DEAD_LINK;
          }
          accounts.announceInterests(id, now);
          if (subscriber.get().state() == SubscriberState.CONFIRMED) {
            accounts.announceUnsubscribed(id, now);
          }
          accounts.delete(id);
          return Ended.DONE;
        });
  }

  private Instant now() {
    return links.now();
  }
}
