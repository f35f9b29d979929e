package io.paperwire.streams.application;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsRuntime;
import io.paperwire.streams.StreamsStatus;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The stream's part of {@code /health}: up while records are processed. */
@Singleton
@Requires(beans = StreamDefinition.class)
final class StreamHealth implements HealthIndicator {

  private final StreamsRuntime runtime;

  StreamHealth(StreamsRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    StreamsStatus status = runtime.status();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("phase", status.phase().name().toLowerCase(Locale.ROOT));
    status.problem().ifPresent(problem -> details.put("problem", problem));
    status.progress().ifPresent(progress -> details.put("progress", progress));
    return Publishers.just(
        HealthResult.builder("stream", status.up() ? HealthStatus.UP : HealthStatus.DOWN)
            .details(details)
            .build());
  }
}
