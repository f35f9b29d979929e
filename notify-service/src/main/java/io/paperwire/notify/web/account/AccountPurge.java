package io.paperwire.notify.web.account;

import io.micronaut.scheduling.annotation.Scheduled;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.token.TokenScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets the addresses that no mail goes to: of those who were signed up, perhaps by others, and
 * never confirmed; and of those who have unsubscribed. The interests topic has nothing of either.
 * Any number of instances may do so at the same time.
 */
@Singleton
@WebRole
class AccountPurge {

  private static final Logger LOG = LoggerFactory.getLogger(AccountPurge.class);

  /** Few at once, so that nobody waits for a lock. */
  private static final int AT_ONCE = 500;

  private final Jdbi database;
  private final AccountSettings settings;
  private final InstantSource clock;

  AccountPurge(Jdbi database, AccountSettings settings, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  private interface Step {
    int on(AccountTable accounts);
  }

  @Scheduled(initialDelay = "1m", fixedDelay = "1h")
  void purge() {
    Instant now = clock.instant();
    Instant unconfirmed =
        now.minus(TokenScope.CONFIRM.lifetime().orElseThrow()).minus(settings.keepUnconfirmed());
    Instant ended = now.minus(settings.keepEnded());
    try {
      int forgotten =
          all(accounts -> accounts.deleteUnconfirmed(unconfirmed, AT_ONCE))
              + all(accounts -> accounts.deleteEnded(ended, AT_ONCE));
      if (forgotten > 0) {
        LOG.info("forgot {} addresses that were not confirmed or have unsubscribed", forgotten);
      }
    } catch (JdbiException failure) {
      LOG.warn(
          "addresses that no mail goes to are not forgotten yet; next try in an hour: {}",
          failure.toString());
    }
  }

  private int all(Step step) {
    int all = 0;
    int some = AT_ONCE;
    while (some == AT_ONCE) {
      some = database.inTransaction(handle -> step.on(new AccountTable(handle)));
      all += some;
    }
    return all;
  }
}
