package io.paperwire.notify.web.account;

import io.micronaut.scheduling.annotation.Scheduled;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the subscriptions of addresses that mail servers do not know any more. Who goes on writing
 * to such addresses is soon taken for a sender of spam, and then nobody's mail is accepted. One
 * refusal is not enough: servers are set up wrongly at times. Whoever can be reached again signs up
 * again. Any number of instances may do so at the same time.
 */
@Singleton
@WebRole
class LostAddresses {

  private static final Logger LOG = LoggerFactory.getLogger(LostAddresses.class);
  private static final int AT_ONCE = 500;

  private final Jdbi database;
  private final AccountSettings settings;
  private final Subscriptions subscriptions;

  LostAddresses(Jdbi database, AccountSettings settings, Subscriptions subscriptions) {
    this.database = database;
    this.settings = settings;
    this.subscriptions = subscriptions;
  }

  @Scheduled(initialDelay = "2m", fixedDelay = "1h")
  void endTheirSubscriptions() {
    if (settings.refusals() == 0) {
      return;
    }
    try {
      List<UUID> some;
      do {
        some =
            database.withHandle(
                handle ->
                    new AccountTable(handle)
                        .refused(settings.refusals(), settings.refusedFor(), AT_ONCE));
        some.forEach(subscriptions::endRefused);
      } while (some.size() == AT_ONCE);
    } catch (JdbiException failure) {
      LOG.warn(
          "subscriptions whose addresses are refused are not ended yet; next try in an hour: {}",
          failure.toString());
    }
  }
}
