package io.paperwire.notify.web.account;

import io.paperwire.notify.token.TokenScope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A subscriber as the database holds them, without interests.
 *
 * @param id opaque id
 * @param address where mails go
 * @param state where the subscription stands
 * @param updatedAt when it last changed
 * @param lastSignUpAt when a mail was last sent because somebody signed up with the address
 * @param lastLinkAt when a mail was last sent because somebody asked for the link
 * @param lastErasureAt when the link that erases was last mailed, or so long ago that it would be
 *     over when the next one may be tried
 */
record Subscriber(
    UUID id,
    String address,
    SubscriberState state,
    Instant updatedAt,
    Optional<Instant> lastSignUpAt,
    Optional<Instant> lastLinkAt,
    Optional<Instant> lastErasureAt) {

  /** When a mail with a link to the subscription was last sent, whoever asked for it. */
  Optional<Instant> lastMailAt() {
    return Stream.of(lastSignUpAt, lastLinkAt)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /**
   * Whether somebody has signed up with the address again after a link to confirm was made. The
   * mail with that link shows what was asked for then, and its reader consents to nothing else.
   *
   * @param issuedAt when the link was made, to the second
   */
  boolean isReplaced(Optional<Instant> issuedAt) {
    return state == SubscriberState.PENDING
        && issuedAt.filter(updatedAt.truncatedTo(ChronoUnit.SECONDS)::isAfter).isPresent();
  }

  /** When the address is forgotten if nothing more happens; never while mails are sent. */
  Optional<Instant> forgottenAt(AccountSettings settings) {
    return switch (state) {
      case CONFIRMED -> Optional.empty();
      case UNSUBSCRIBED -> Optional.of(updatedAt.plus(settings.keepEnded()));
      case PENDING ->
          Optional.of(
              lastLinkAt
                  .filter(updatedAt::isBefore)
                  .orElse(updatedAt)
                  .plus(TokenScope.CONFIRM.lifetime().orElseThrow())
                  .plus(settings.keepUnconfirmed()));
    };
  }

  /** Without the address: safe to log. */
  @Override
  public String toString() {
    return "Subscriber[id=" + id + ", state=" + state + "]";
  }
}
