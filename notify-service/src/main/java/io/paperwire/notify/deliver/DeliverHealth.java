package io.paperwire.notify.deliver;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.notify.role.DeliverRole;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The role's part of {@code /health}: up while digests are read and mails go through. */
@Singleton
@DeliverRole
final class DeliverHealth implements HealthIndicator {

  private final DeliverService service;

  DeliverHealth(DeliverService service) {
    this.service = service;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    DeliverStatus status = service.status();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("phase", status.phase().name().toLowerCase(Locale.ROOT));
    details.put("inHand", status.inHand());
    details.put("digests", status.counts());
    if (!status.problems().isEmpty()) {
      details.put("problems", status.problems());
    }
    return Publishers.just(
        HealthResult.builder("deliver", status.isUp() ? HealthStatus.UP : HealthStatus.DOWN)
            .details(details)
            .build());
  }
}
