package io.paperwire.notify.deliver;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * The configuration {@code paperwire.deliver}.
 *
 * @param concurrency mails that are sent at once, and so connections to the mail server
 * @param mailsPerSecond mails that leave in a second at most
 * @param inHand digests that are read and not settled, at most
 * @param lease how long a claim holds that is not renewed, before another instance may go on with
 *     its digest; renewed while its mail is sent, as often as {@link #renewal()} says
 * @param retryAfter how long to wait after each attempt that the mail server put off; after one
 *     more the digest is given up
 * @param remember how long settled digests are remembered; longer than their topic keeps them
 * @param closeTimeout how long the mails in hand may take when the service stops
 */
@ConfigurationProperties("paperwire.deliver")
public record DeliverConfiguration(
    @Bindable(defaultValue = "8") int concurrency,
    @Bindable(defaultValue = "50") int mailsPerSecond,
    @Bindable(defaultValue = "200") int inHand,
    @Bindable(defaultValue = "2m") Duration lease,
    @Bindable(defaultValue = "1m,5m,15m,1h,3h,6h,12h,24h") List<Duration> retryAfter,
    @Bindable(defaultValue = "30d") Duration remember,
    @Bindable(defaultValue = "30s") Duration closeTimeout) {

  /**
   * Checks them.
   *
   * @throws ConfigurationException if no mail could ever be sent, or each would be sent again
   */
  public DeliverConfiguration {
    retryAfter = List.copyOf(retryAfter);
    atLeastOne("concurrency", concurrency);
    atLeastOne("mails-per-second", mailsPerSecond);
    atLeastOne("in-hand", inHand);
    atLeastOneSecond("lease", lease);
    atLeastOneSecond("remember", remember);
  }

  private static void atLeastOne(String property, int value) {
    if (value < 1) {
      throw new ConfigurationException(
          "paperwire.deliver." + property + " must be at least 1, not " + value);
    }
  }

  private static void atLeastOneSecond(String property, Duration value) {
    if (value.toSeconds() < 1) {
      throw new ConfigurationException(
          "paperwire.deliver." + property + " must be at least 1s, not " + value);
    }
  }

  /** Between two renewals: less than the half of a lease that is left when a mail is begun. */
  Duration renewal() {
    return lease.dividedBy(3);
  }
}
