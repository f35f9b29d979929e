package io.paperwire.notify.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeliverConfigurationTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void shouldRefuseWhatSendsNoMail() {
    assertThat(configuration(8, 1, 1, Duration.ofSeconds(1)).renewal())
        .isEqualTo(Duration.ofSeconds(1).dividedBy(3));
    assertRefused(0, 50, 200, MINUTE, "concurrency must be at least 1, not 0");
    assertRefused(8, 0, 200, MINUTE, "mails-per-second must be at least 1, not 0");
    assertRefused(8, 50, 0, MINUTE, "in-hand must be at least 1, not 0");
    assertRefused(8, 50, 200, Duration.ZERO, "lease must be at least 1s, not PT0S");
  }

  private static void assertRefused(
      int concurrency, int perSecond, int inHand, Duration lease, String why) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> configuration(concurrency, perSecond, inHand, lease))
        .withMessage("paperwire.deliver." + why);
  }

  private static DeliverConfiguration configuration(
      int concurrency, int perSecond, int inHand, Duration lease) {
    return new DeliverConfiguration(
        concurrency, perSecond, inHand, lease, List.of(MINUTE), MINUTE, MINUTE);
  }
}
