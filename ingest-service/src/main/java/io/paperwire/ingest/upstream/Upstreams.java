package io.paperwire.ingest.upstream;

import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.ingest.config.UpstreamConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The upstreams that this instance asks, each of them once. */
@Singleton
public final class Upstreams implements AutoCloseable {

  private static final Duration LONGEST_DELAY = Duration.ofHours(1);
  private static final int FIRST_DELAY_INTERVALS = 4;
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(1);

  /** What arXiv asks for, which is the slowest of all. */
  private static final Duration FOREIGN_INTERVAL = Duration.ofSeconds(3);

  /** Who runs a domain. */
  private static final Map<String, String> RUN_BY =
      Map.of(
          "arxiv.org", "arXiv",
          "huggingface.co", "Hugging Face",
          "biorxiv.org", "bioRxiv",
          "medrxiv.org", "bioRxiv",
          "openalex.org", "OpenAlex",
          "crossref.org", "Crossref",
          "semanticscholar.org", "Semantic Scholar",
          "ncbi.nlm.nih.gov", "PubMed");

  private final UpstreamConfiguration configuration;
  private final Http http;
  private final Turns turns;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * Upstreams that are asked as the configuration says.
   *
   * @param turns shared with all instances that ask the same upstreams
   */
  public Upstreams(UpstreamConfiguration configuration, Turns turns, InstantSource clock) {
    this.configuration = configuration;
    this.turns = turns;
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

  /**
   * The upstream that runs a host, for sources that anyone can name a host for. Hosts of an
   * upstream that has a source of its own belong to that one, at its pace.
   *
   * @param interval least time between two requests
   */
  public Upstream ofHost(String host, Duration interval) {
    String name = host.toLowerCase(Locale.ROOT);
    return RUN_BY.entrySet().stream()
        .filter(domain -> name.equals(domain.getKey()) || name.endsWith("." + domain.getKey()))
        .findFirst()
        .map(domain -> of(domain.getValue(), longer(interval, FOREIGN_INTERVAL)))
        .orElseGet(() -> of(name, interval));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Known create(String name, Duration interval) {
    Duration step = interval.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : interval;
    Backoff backoff = new Backoff(step.multipliedBy(FIRST_DELAY_INTERVALS), LONGEST_DELAY);
    Pacer pacer = new Pacer(interval);
    return new Known(
        new Upstream(name, http, pacer, turns, configuration.timeout(), backoff, clock), pacer);
  }

  @Override
  @PreDestroy
  public void close() {
    http.close();
  }
}
