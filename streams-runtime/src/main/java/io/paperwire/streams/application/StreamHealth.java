package io.paperwire.streams.application;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsStatus;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The streams' part of {@code /health}: up while all of them process records. */
@Singleton
@Requires(beans = StreamDefinition.class)
final class StreamHealth implements HealthIndicator {

  private final ServiceStreams streams;

  StreamHealth(ServiceStreams streams) {
    this.streams = streams;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    Map<String, String> details = new LinkedHashMap<>();
    boolean up = true;
    for (Map.Entry<String, StreamsStatus> stream : streams.status().entrySet()) {
      String prefix = stream.getKey().isEmpty() ? "" : stream.getKey() + ".";
      StreamsStatus status = stream.getValue();
      details.put(prefix + "phase", status.phase().name().toLowerCase(Locale.ROOT));
      status.problem().ifPresent(problem -> details.put(prefix + "problem", problem));
      status.progress().ifPresent(progress -> details.put(prefix + "progress", progress));
      up &= status.up();
    }
    return Publishers.just(
        HealthResult.builder("stream", up ? HealthStatus.UP : HealthStatus.DOWN)
            .details(details)
            .build());
  }
}
