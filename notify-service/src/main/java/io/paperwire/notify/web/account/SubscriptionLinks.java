package io.paperwire.notify.web.account;

import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.token.TokenOutcome;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.token.TokenSigner;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What the links in mails lead to, and how other parts of the pages read and change what hangs on a
 * subscription, in one transaction with the outbox.
 */
@Singleton
@WebRole
public class SubscriptionLinks {

  private final Jdbi database;
  private final TokenSigner signer;
  private final InstantSource clock;

  /** Made by Micronaut. */
  public SubscriptionLinks(Jdbi database, TokenSigner signer, InstantSource clock) {
    this.database = database;
    this.signer = signer;
    this.clock = clock;
  }

  /** Reads of a subscription inside a transaction. */
  @FunctionalInterface
  public interface Look<T> {
    /** Reads. */
    T at(Handle handle, UUID subscriberId);
  }

  /** Changes a subscription inside a transaction. */
  @FunctionalInterface
  public interface Step<T> {
    /** Changes. */
    T on(Handle handle, UUID subscriberId, Instant now);
  }

  /** What a link would do; changes nothing. */
  public LinkState look(String token, TokenScope scope) {
    return switch (signer.verify(token, scope)) {
      case TokenOutcome.Valid(UUID id, Optional<Instant> issuedAt) ->
          database
              .withHandle(handle -> new AccountTable(handle).find(id))
              .map(
                  subscriber ->
                      scope == TokenScope.CONFIRM && subscriber.isReplaced(issuedAt)
                          ? LinkState.EXPIRED
                          : left(scope, subscriber.state()))
              .orElse(LinkState.GONE);
      case TokenOutcome.Expired _ -> LinkState.EXPIRED;
      case TokenOutcome.WrongScope _, TokenOutcome.Forged _, TokenOutcome.Malformed _ ->
          LinkState.BROKEN;
    };
  }

  /** What is left to do for a genuine link. */
  private static LinkState left(TokenScope scope, SubscriberState state) {
    return switch (scope) {
      case CONFIRM ->
          switch (state) {
            case PENDING -> LinkState.GOOD;
            case CONFIRMED -> LinkState.USED;
            case UNSUBSCRIBED -> LinkState.GONE;
          };
      case UNSUBSCRIBE -> state == SubscriberState.UNSUBSCRIBED ? LinkState.USED : LinkState.GOOD;
      case FEEDBACK -> state == SubscriberState.CONFIRMED ? LinkState.GOOD : LinkState.GONE;
      case MANAGE, ERASE, REPORT -> LinkState.GOOD;
    };
  }

  /**
   * Reads of the subscription that a link leads to; nothing if it leads to none that goes on, or
   * may not do what the scope says.
   */
  public <T> Optional<T> reading(String token, TokenScope scope, Look<T> look) {
    return holder(token, scope)
        .flatMap(
            id ->
                database.inTransaction(
                    handle ->
                        new AccountTable(handle)
                            .find(id)
                            .filter(SubscriptionLinks::goesOn)
                            .map(_ -> look.at(handle, id))));
  }

  /**
   * Changes what the interests topic says of the subscription that a link leads to; nothing if it
   * leads to none that goes on, or may not do what the scope says.
   */
  public <T> Optional<T> changing(String token, TokenScope scope, Step<T> step) {
    return holder(token, scope).flatMap(id -> changing(id, step));
  }

  private <T> Optional<T> changing(UUID id, Step<T> step) {
    Instant now = now();
    return database.inTransaction(
        handle -> {
          AccountTable accounts = new AccountTable(handle);
          if (accounts.lock(id).filter(SubscriptionLinks::goesOn).isEmpty()) {
            return Optional.empty();
          }
          T result = step.on(handle, id, now);
          accounts.announceInterests(id, now);
          return Optional.of(result);
        });
  }

  private static boolean goesOn(Subscriber subscriber) {
    return subscriber.state() == SubscriberState.CONFIRMED;
  }

  /** Whose link it is, if it may do what the scope says. */
  Optional<UUID> holder(String token, TokenScope scope) {
    return signer.verify(token, scope) instanceof TokenOutcome.Valid(UUID id, _)
        ? Optional.of(id)
        : Optional.empty();
  }

  /** Now, as exactly as the database can hold it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
