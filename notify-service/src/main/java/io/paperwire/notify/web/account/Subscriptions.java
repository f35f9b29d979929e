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
  private final LinkMails mails;
  private final PreferencesRules rules;
  private final AccountSettings settings;
  private final ClientLimit clients;

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
    this.mails =
        new LinkMails(database, new LinkMailer(renderer, mailer, topics), settings, background);
    this.rules = rules;
    this.settings = settings;
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
              : limited(client).orElseGet(() -> mails.signUp(parsed.get(), preferences, now()));
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
    return limited(client).orElseGet(() -> mails.sendLink(parsed.get(), now()));
  }

  /** What a confirmation link would do; changes nothing. */
  public LinkState confirmation(String token) {
    return links.look(token, TokenScope.CONFIRM);
  }

  /** Confirms a subscription: from now on papers are matched and mails are sent. */
  public Confirmation confirm(String token) {
    return switch (signer.verify(token, TokenScope.CONFIRM)) {
      case TokenOutcome.Valid(UUID id, Optional<Instant> issuedAt) -> confirm(id, issuedAt);
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

  /**
   * Mails a subscriber the link with which all can be erased; no other link does. Those that manage
   * and that unsubscribe stand in every digest: whoever was handed one of them on may change and
   * end a subscription, which can be begun again, and may erase nothing.
   *
   * @param client who asks, for example an IP address; only counted
   */
  public ErasureMail sendErasure(String manageToken, String client) {
    return sendErasure(
        manageToken, TokenScope.MANAGE, EnumSet.allOf(SubscriberState.class), client);
  }

  /** Does so for the holder of a link that has unsubscribed; before, no mail is sent. */
  public ErasureMail sendErasureAtTheEnd(String unsubscribeToken, String client) {
    return sendErasure(
        unsubscribeToken, TokenScope.UNSUBSCRIBE, EnumSet.of(SubscriberState.UNSUBSCRIBED), client);
  }

  private ErasureMail sendErasure(
      String token, TokenScope scope, Set<SubscriberState> states, String client) {
    Optional<UUID> id = links.holder(token, scope);
    if (id.isEmpty()) {
      return new ErasureMail.DeadLink();
    }
    Optional<Duration> wait = clients.count(client);
    if (wait.isPresent()) {
      return new ErasureMail.TooMany(wait.get());
    }
    mails.sendErasure(id.get(), states, now());
    return new ErasureMail.Taken();
  }

  /** What an erasing link would do; changes nothing. */
  public LinkState erasure(String token) {
    return links.look(token, TokenScope.ERASE);
  }

  /** Forgets a subscriber: address, preferences and all that follows from them. */
  public Ended erase(String token) {
    return links.holder(token, TokenScope.ERASE).map(this::forget).orElse(Ended.DEAD_LINK);
  }

  /**
   * When an address is forgotten to which no mails are sent; nothing if it is forgotten, or if they
   * are.
   *
   * @param scope what kind of link the token is of
   */
  public Optional<Instant> keptUntil(String token, TokenScope scope) {
    return links
        .holder(token, scope)
        .flatMap(id -> database.withHandle(handle -> new AccountTable(handle).find(id)))
        .flatMap(subscriber -> subscriber.forgottenAt(settings));
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

  private Confirmation confirm(UUID id, Optional<Instant> issuedAt) {
    Instant now = now();
    return database.inTransaction(
        handle -> {
          AccountTable accounts = new AccountTable(handle);
          Optional<Subscriber> subscriber = accounts.lock(id);
          if (subscriber.isEmpty()) {
            return new Confirmation.DeadLink("This subscription no longer exists.");
          }
          if (subscriber.get().isReplaced(issuedAt)) {
            return new Confirmation.DeadLink(
                "Somebody has signed up with this address again since this mail was sent. Please"
                    + " use the link in the newest mail, or sign up again.");
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
          if (subscriber.isEmpty()) {
            return Ended.GONE;
          }
          if (subscriber.get().state() == SubscriberState.UNSUBSCRIBED) {
            return Ended.ALREADY;
          }
          if (subscriber.get().state() == SubscriberState.CONFIRMED) {
            accounts.end(id, now);
          } else {
            accounts.setState(id, SubscriberState.UNSUBSCRIBED, now);
          }
          return Ended.DONE;
        });
  }

  private Ended forget(UUID id) {
    Instant now = now();
    return database.inTransaction(
        handle -> {
          AccountTable accounts = new AccountTable(handle);
          Optional<Subscriber> subscriber = accounts.lock(id);
          if (subscriber.isEmpty()) {
            return Ended.GONE;
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
