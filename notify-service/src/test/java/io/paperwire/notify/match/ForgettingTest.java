package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.LONG_AGO;
import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Cadence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is deleted in the course of time. */
final class ForgettingTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration MEMORY = Duration.ofDays(30);

  private final MatchHarness match =
      new MatchHarness(
          START,
          new MatchSettings(
              1,
              Duration.ofMillis(200),
              100,
              MatchHarness.SETTINGS.limits(),
              Duration.ofMinutes(15),
              MEMORY,
              MatchHarness.SETTINGS.halfLife()));

  @AfterEach
  void close() {
    match.close();
  }

  @Test
  void shouldForgetWhatWasSentLongAgo() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.publish(paper("p-1", "Graph 1", START));
    match.advance(Duration.ofSeconds(1));
    assertThat(match.digests()).hasSize(1);

    match.advance(MEMORY.minusSeconds(1));
    assertThat(match.entries("notices")).isEqualTo(1);

    match.advance(Duration.ofMinutes(1));
    assertThat(match.entries("notices")).isZero();

    match.publish(paper("p-1", "Graph 1", START));
    match.advance(Duration.ofSeconds(1));
    assertThat(match.digests()).isEmpty();
  }

  @Test
  void shouldKeepAPaperAsLongAsItWaitsForSomebody() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.subscribe(subscriber("s-2", Cadence.WEEKLY, "graph"));
    match.publish(paper("p-1", "Graph 1", LONG_AGO.plus(Duration.ofDays(40))), START);
    match.advance(Duration.ofDays(1));

    assertThat(match.digests()).hasSize(1);
    assertThat(match.entries("papers")).isEqualTo(1);
    match.advanceTo("2026-03-09T07:00:00Z");
    assertThat(match.digests()).hasSize(1);
    assertThat(match.entries("papers")).isZero();
    assertThat(match.entries("notices")).isEqualTo(1);
  }

  @Test
  void shouldForgetWhatHasWaitedTooLong() {
    Duration quick = Duration.ofDays(3);
    MatchSettings forgetful =
        new MatchSettings(
            1,
            Duration.ofMillis(200),
            100,
            MatchHarness.SETTINGS.limits(),
            MatchHarness.SETTINGS.patience(),
            quick,
            MatchHarness.SETTINGS.halfLife());
    try (MatchHarness hasty = new MatchHarness(START, forgetful)) {
      hasty.subscribe(subscriber("s-1", Cadence.WEEKLY, "graph"));
      hasty.publish(paper("p-1", "Graph 1", START));
      hasty.advance(quick);
      assertThat(hasty.entries("papers")).isEqualTo(1);

      hasty.advance(Duration.ofMinutes(1));

      assertThat(hasty.entries("papers")).isZero();
      assertThat(hasty.entries("notices")).isZero();
      hasty.advanceTo("2026-03-09T07:00:00Z");
      assertThat(hasty.digests()).isEmpty();
    }
  }
}
