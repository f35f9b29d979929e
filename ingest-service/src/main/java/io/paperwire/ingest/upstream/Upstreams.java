package io.paperwire.ingest.upstream;

import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.ingest.config.UpstreamConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The upstreams that this instance asks, each of them once. */
@Singleton
public final class Upstreams implements AutoCloseable {

  private static final Duration LONGEST_DELAY = Duration.ofHours(1);
  private static final int FIRST_DELAY_INTERVALS = 4;
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(1);

  private final UpstreamConfiguration configuration;
  private final Http http;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** Upstreams that are asked as the configuration says. */
  public Upstreams(UpstreamConfiguration configuration, InstantSource clock) {
    this.configuration = configuration;
    this.http = new Http(configuration);
    this.clock = clock;
  }

  private record Known(Upstream upstream, Pacer pacer) {}

  /**
   * The upstream of a name, the same for all who ask for it.
   *
   * @param interval least time between two requests; where several ask, the longest of theirs
   * @throws IllegalArgumentException if no contact is configured, which every upstream asks for
   */
  public Upstream of(String name, Duration interval) {
    configuration.requireContact(name);
    Known upstream = known.computeIfAbsent(name, absent -> create(absent, interval));
    upstream.pacer().atLeast(interval);
    return upstream.upstream();
  }

  private Known create(String name, Duration interval) {
    Duration step = interval.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : interval;
    Backoff backoff = new Backoff(step.multipliedBy(FIRST_DELAY_INTERVALS), LONGEST_DELAY);
    Pacer pacer = new Pacer(interval);
    return new Known(new Upstream(name, http, pacer, backoff, clock), pacer);
  }

  @Override
  @PreDestroy
  public void close() {
    http.close();
  }
}
