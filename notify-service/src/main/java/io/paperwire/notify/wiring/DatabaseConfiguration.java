package io.paperwire.notify.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the database is used.
 *
 * @param timeout longest silence of the database while an answer is awaited, in whole seconds; a
 *     connection that is silent for longer is given up. Longer than any one statement takes
 */
@ConfigurationProperties("paperwire.database")
public record DatabaseConfiguration(@Bindable(defaultValue = "1m") Duration timeout) {

  public DatabaseConfiguration {
    if (timeout.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "paperwire.database.timeout must be at least a second, not " + timeout);
    }
  }
}
