package io.paperwire.notify.web.client;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The configuration {@code paperwire.web.search}: how much may be asked of the catalogue.
 *
 * @param clientLimit searches and previews that one client address may ask for in a window; 0 for
 *     no limit
 * @param clientWindow length of that window
 * @param concurrency searches that run at the same time in this instance; fewer than the database
 *     connections, which all pages need
 * @param timeout longest time that one statement of a page or a search may take in the database
 */
@ConfigurationProperties("paperwire.web.search")
public record SearchSettings(
    @Bindable(defaultValue = "120") int clientLimit,
    @Bindable(defaultValue = "1m") Duration clientWindow,
    @Bindable(defaultValue = "4") int concurrency,
    @Bindable(defaultValue = "10s") Duration timeout) {

  /**
   * Checks them.
   *
   * @throws ConfigurationException if no search could ever run
   */
  public SearchSettings {
    if (concurrency < 1) {
      throw new ConfigurationException(
          "paperwire.web.search.concurrency must be at least 1, not " + concurrency);
    }
    if (timeout.toSeconds() < 1) {
      throw new ConfigurationException(
          "paperwire.web.search.timeout must be at least 1s, not " + timeout);
    }
  }
}
