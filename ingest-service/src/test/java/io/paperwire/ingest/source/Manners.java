package io.paperwire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an upstream was treated, as its own log tells. */
public final class Manners {

  /** An upstream sees requests a little later or sooner than they were sent. */
  private static final Duration TRANSIT = Duration.ofMillis(150);

  private Manners() {}

  /**
   * Requests came one at a time, never closer than an interval, never before the time that the
   * upstream asked for, and told who sent them.
   */
  public static void assertGood(ScriptedUpstream upstream, Duration interval) {
    List<Asked> log = upstream.log();
    for (int i = 1; i < log.size(); i++) {
      Duration least =
          Optional.ofNullable(log.get(i - 1).answer().headers().get("Retry-After"))
              .map(Long::parseLong)
              .map(Duration::ofSeconds)
              .orElse(interval);
      assertThat(Duration.ofNanos(log.get(i).nanos() - log.get(i - 1).nanos()).plus(TRANSIT))
          .as("between %s and %s", log.get(i - 1).target(), log.get(i).target())
          .isGreaterThanOrEqualTo(least);
    }
    Duration span = Duration.ofNanos(log.getLast().nanos() - log.getFirst().nanos());
    assertThat(span.plus(TRANSIT)).isGreaterThanOrEqualTo(interval.multipliedBy(log.size() - 1L));
    assertThat(upstream.mostAtOnce()).isEqualTo(1);
    assertThat(log.stream().map(asked -> asked.header("User-agent")))
        .containsOnly(Optional.of("Paperwire (mailto:tests@example.org)"));
  }
}
