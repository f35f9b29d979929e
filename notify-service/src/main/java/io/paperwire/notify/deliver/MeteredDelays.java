package io.paperwire.notify.deliver;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.paperwire.notify.deliver.sending.DeliveryDelays;
import io.paperwire.notify.role.DeliverRole;
import io.paperwire.schemas.Cadence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The delays as the histogram {@code paperwire.deliver.delay}, one for each cadence: what readers
 * notice first when any part of the system falls behind.
 */
@Singleton
@DeliverRole
final class MeteredDelays implements DeliveryDelays {

  /** From what nobody notices to what is as good as lost. */
  private static final Duration[] BOUNDS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1),
    Duration.ofHours(6),
    Duration.ofDays(1)
  };

  private final Map<Cadence, Timer> timers = new EnumMap<>(Cadence.class);

  MeteredDelays(MeterRegistry registry) {
    for (Cadence cadence : Cadence.values()) {
      timers.put(
          cadence,
          Timer.builder("paperwire.deliver.delay")
              .description("From when a digest was due until the mail server took it.")
              .tag("cadence", cadence.name().toLowerCase(Locale.ROOT))
              .serviceLevelObjectives(BOUNDS)
              .register(registry));
    }
  }

  @Override
  public void sent(Cadence cadence, Duration delay) {
    // A timer passes over what is less than nothing.
    Objects.requireNonNull(timers.get(cadence)).record(delay.isNegative() ? Duration.ZERO : delay);
  }
}
