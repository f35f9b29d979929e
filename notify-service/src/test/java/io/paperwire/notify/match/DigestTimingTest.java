package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.LONG_AGO;
import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.PaperStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When digests are made, and of what. */
final class DigestTimingTest {

  // In Berlin it is Monday, 11:00.
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY_MORNING = Instant.parse("2026-03-03T07:00:00Z");
  private static final Instant WEDNESDAY_MORNING = Instant.parse("2026-03-04T07:00:00Z");

  private final MatchHarness match = new MatchHarness(START);

  @AfterEach
  void close() {
    match.close();
  }

  @Test
  void shouldMakeADailyDigestAtTheTimeOfTheSubscribersDay() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));

    match.advanceTo("2026-03-03T06:59:59.900Z");
    assertThat(match.digests()).isEmpty();
    match.advanceTo("2026-03-03T07:00:00.100Z");

    assertThat(match.digests())
        .extracting(Digest::getCadence, Digest::getWindowStart, Digest::getWindowEnd)
        .containsExactly(tuple(Cadence.DAILY, LONG_AGO, TUESDAY_MORNING));
  }

  @Test
  void shouldJoinWindowsWithoutAGap() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.advanceTo("2026-03-03T12:00:00Z");
    match.publish(paper("p-2", "Graph theory", match.now()));
    match.advanceTo("2026-03-04T12:00:00Z");

    assertThat(match.digests())
        .extracting(Digest::getWindowStart, Digest::getWindowEnd)
        .containsExactly(
            tuple(LONG_AGO, TUESDAY_MORNING), tuple(TUESDAY_MORNING, WEDNESDAY_MORNING));
  }

  @Test
  void shouldMakeNoDigestOnADayWithoutPapers() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.advanceTo("2026-03-06T12:00:00Z");

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldMakeAWeeklyDigestOnTheSubscribersDay() {
    match.subscribe(subscriber("s-1", Cadence.WEEKLY, "graph").setSendDayOfWeek(4));
    match.publish(paper("p-1", "Graph networks", START));

    match.advanceTo("2026-03-05T06:59:59Z");
    assertThat(match.digests()).isEmpty();
    match.advanceTo("2026-03-05T07:00:00Z");
    assertThat(match.digests()).extracting(Digest::getCadence).containsExactly(Cadence.WEEKLY);
  }

  @Test
  void shouldMakeOneDigestADayWhileTheClocksChange() {
    match.advanceTo("2026-03-27T12:00:00Z");
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph").setSendMinuteOfDay(150));
    for (int hour = 0; hour < 96; hour += 6) {
      match.publish(paper("p-" + hour, "Graph networks", match.now()));
      match.advance(Duration.ofHours(6));
    }

    assertThat(match.digests())
        .extracting(Digest::getWindowEnd)
        .containsExactly(
            Instant.parse("2026-03-28T01:30:00Z"),
            Instant.parse("2026-03-29T01:30:00Z"), // 02:30 does not exist on this day
            Instant.parse("2026-03-30T00:30:00Z"),
            Instant.parse("2026-03-31T00:30:00Z"));
  }

  @Test
  void shouldLeaveOverForTheNextDayWhatExceedsADigest() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    for (int i = 0; i < 5; i++) {
      match.publish(paper("p-" + i, "Graph " + i, START.minusSeconds(i)));
    }
    match.advanceTo("2026-03-03T12:00:00Z");
    assertThat(match.digestedPapers()).containsExactly(List.of("p-0", "p-1", "p-2"));
    match.publish(paper("p-new", "Graph news", match.now()));
    match.advanceTo("2026-03-04T12:00:00Z");

    List<Digest> digests = match.digests();
    assertThat(digests).hasSize(1);
    assertThat(digests.getFirst().getItems())
        .extracting(item -> item.getPaperId())
        .containsExactly("p-new", "p-3", "p-4");
    assertThat(digests.getFirst().getWindowStart()).isEqualTo(START);
  }

  @Test
  void shouldTellAtOnceWhatAnOutageDelayed() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.advanceTo("2026-03-05T12:00:00Z");
    // Published over three days, and processed only now.
    match.publish(paper("p-1", "Graph 1", START), START);
    match.publish(paper("p-2", "Graph 2", START), Instant.parse("2026-03-03T10:00:00Z"));
    match.publish(paper("p-3", "Graph 3", START), Instant.parse("2026-03-04T10:00:00Z"));
    match.advance(Duration.ofSeconds(1));

    List<Digest> digests = match.digests();
    assertThat(digests).hasSize(1);
    assertThat(digests.getFirst().getItems()).hasSize(3);
    assertThat(digests.getFirst().getWindowEnd()).isEqualTo("2026-03-05T07:00:00Z");
  }

  @Test
  void shouldMakeOneDigestOfADayEvenIfMoreOfThatDayComesLate() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.advanceTo("2026-03-05T12:00:00Z");
    match.publish(paper("p-1", "Graph 1", START), START);
    match.advance(Duration.ofSeconds(1));
    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));

    match.publish(paper("p-2", "Graph 2", START), START.plusSeconds(1));
    match.advanceTo("2026-03-06T06:59:00Z");
    assertThat(match.digests()).isEmpty();
    match.advanceTo("2026-03-06T07:00:00Z");
    assertThat(match.digestedPapers()).containsExactly(List.of("p-2"));
  }

  @Test
  void shouldKeepForTomorrowWhatCameAfterTheDueTime() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph 1", START));
    // The round that should have made the digest is late, and a paper comes before it.
    match.publish(paper("p-2", "Graph 2", START), START);
    match.advanceTo("2026-03-03T06:59:59.950Z");
    match.publish(paper("p-3", "Graph 3", START), match.now());
    match.advanceTo("2026-03-03T07:00:00.050Z");
    match.publish(paper("p-4", "Graph 4", START), match.now());
    match.advance(Duration.ofSeconds(1));

    assertThat(match.digests()).singleElement().satisfies(this::isOfTuesday);
    match.advanceTo("2026-03-04T07:00:01Z");
    assertThat(match.digestedPapers()).containsExactly(List.of("p-4"));
  }

  private void isOfTuesday(Digest digest) {
    assertThat(digest.getWindowEnd()).isEqualTo(TUESDAY_MORNING);
    assertThat(digest.getItems())
        .extracting(item -> item.getPaperId())
        .containsExactlyInAnyOrder("p-1", "p-2", "p-3");
  }

  @Test
  void shouldNotTakeAClockThatRunsAheadForTheTruth() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph 1", START), Instant.parse("2026-03-09T10:00:00Z"));
    match.advanceTo("2026-03-03T07:00:00Z");

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldPlanAnewAfterAllThatWaitedWasWithdrawn() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph 1", START));
    match.publish(paper("p-1", "Graph 1", START).setStatus(PaperStatus.WITHDRAWN));
    match.advanceTo("2026-03-03T12:00:00Z");
    assertThat(match.digests()).isEmpty();
    match.publish(paper("p-2", "Graph 2", match.now()));
    match.advanceTo("2026-03-04T07:00:00Z");

    assertThat(match.digests())
        .extracting(Digest::getWindowStart, Digest::getWindowEnd)
        .containsExactly(tuple(TUESDAY_MORNING, WEDNESDAY_MORNING));
  }
}
