package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.TopicTag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Papers of a time of the past that is read now. */
final class BacklogTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration ROUND = MatchHarness.SETTINGS.round();

  private final MatchHarness match = new MatchHarness(START);

  @AfterEach
  void close() {
    match.close();
  }

  @Test
  void shouldTellOfABacklogTogetherAndOfANewPaperAtOnce() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.publishBacklog(paper("p-old-1", "Graph 1", START));
    match.advance(Duration.ofMinutes(1));
    match.publishBacklog(paper("p-old-2", "Graph 2", START));
    match.publish(paper("p-new", "Graph 3", match.now()));
    match.advance(ROUND);
    assertThat(match.digestedPapers()).containsExactly(List.of("p-new"));

    match.advanceTo("2026-03-02T10:14:59Z");
    assertThat(match.digests()).isEmpty();
    match.advanceTo("2026-03-02T10:17:01Z");
    assertThat(match.digestedPapers())
        .singleElement()
        .satisfies(ids -> assertThat(ids).containsExactlyInAnyOrder("p-old-1", "p-old-2"));
    match.advanceTo("2026-03-02T11:00:00Z");
    assertThat(match.digests()).isEmpty();
  }

  /** Vectors of a backlog may take an hour, with records of the time at which it was read. */
  @Test
  void shouldGatherWhatIsFoundLateForTheSameTimeAsWhatIsFoundSoon() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.advance(Duration.ofMinutes(40));
    for (int i = 0; i < 3; i++) {
      match.publishBacklog(paper("p-late-" + i, "Graph " + i, START));
      for (int second = 0; second < 5; second++) { // through the gate, and to its turn
        match.advance(Duration.ofSeconds(1));
      }
      assertThat(match.waitingPapers()).isZero();
      match.advance(Duration.ofMinutes(4));
      assertThat(match.digests()).isEmpty();
    }
    match.advance(Duration.ofMinutes(5));

    assertThat(match.digestedPapers()).singleElement().satisfies(ids -> assertThat(ids).hasSize(3));
  }

  @Test
  void shouldTellOfABacklogInTheDailyDigestLikeOfAnyPaper() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publishBacklog(paper("p-old", "Graph 1", START));
    match.publish(paper("p-new", "Graph 2", START));
    match.advanceTo("2026-03-03T07:00:00Z");

    List<Digest> digests = match.digests();
    assertThat(digests).hasSize(1);
    assertThat(digests.getFirst().getItems())
        .extracting(item -> item.getPaperId())
        .containsExactlyInAnyOrder("p-old", "p-new");
    assertThat(digests.getFirst().getWindowEnd()).isEqualTo(match.now());
  }

  @Test
  void shouldMatchWhatIsNewBeforeTheBacklogIsWorkedOff() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publishBacklog(paper("p-old-1", "Graph 1", START));
    match.publishBacklog(paper("p-old-2", "Graph 2", START));
    match.publish(paper("p-new", "Graph 3", START));

    assertThat(match.waitingPapers()).isEqualTo(2);
    assertThat(match.entries("notices")).isEqualTo(1);

    match.advance(Duration.ofMillis(29)); // more may be coming
    assertThat(match.waitingPapers()).isEqualTo(2);

    match.advance(ROUND);
    assertThat(match.waitingPapers()).isZero();
    assertThat(match.entries("notices")).isEqualTo(3);
  }

  @Test
  void shouldMatchTheLatestRecordOfAPaperOfTheBacklogAndOnce() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publishBacklog(paper("p-1", "A tree", START));
    match.publishBacklog(paper("p-1", "A graph", START));
    match.publishBacklog(paper("p-2", "Graph 1", START));
    match.publish(paper("p-2", "Graph 2", START));
    assertThat(match.waitingPapers()).isEqualTo(1);

    match.advanceTo("2026-03-03T07:00:00Z");
    assertThat(match.digests().getFirst().getItems())
        .extracting(item -> item.getTitle())
        .containsExactlyInAnyOrder("A graph", "Graph 2");
  }

  @Test
  void shouldForgetADeletedPaperOfTheBacklog() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publishBacklog(paper("p-1", "Graph 1", START));
    match.delete("p-1");

    assertThat(match.waitingPapers()).isZero();
    match.advanceTo("2026-03-03T07:00:00Z");
    assertThat(match.digests()).isEmpty();
  }

  @Test
  void shouldSetAsideAPaperOfTheBacklogThatMakesNoSense() {
    match.publishBacklog(
        paper("p-1", "Graph 1", START)
            .setTopics(
                List.of(TopicTag.newBuilder().setTopic("x").setLabel("X").setScore(7).build())));

    assertThat(match.waitingPapers()).isZero();
    assertThat(match.deadLetters(match.topics().enrichedPapers())).hasSize(1);
  }

  @Test
  void shouldWithdrawAPaperOfTheBacklog() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.publishBacklog(paper("p-1", "Graph 1", START));
    match.publish(paper("p-1", "Graph 1", START).setStatus(PaperStatus.WITHDRAWN));
    match.advance(Duration.ofHours(1));

    assertThat(match.digests()).isEmpty();
    assertThat(match.entries("papers")).isZero();
    assertThat(match.entries("notices")).isZero();
  }

  @Test
  void shouldKnowWhetherRecordsPass() {
    Traffic traffic = new Traffic();
    assertThat(traffic.isQuiet(START)).isTrue();

    traffic.passes(START);

    assertThat(traffic.isQuiet(START.plusMillis(29))).isFalse();
    assertThat(traffic.isQuiet(START.plusMillis(30))).isTrue();
  }

  @Test
  void shouldNotLetABacklogWaitForeverWhereRecordsKeepComing() {
    match.publishBacklog(paper("p-old", "Graph 1", START));
    for (int i = 0; i < 30; i++) {
      match.publish(paper("p-" + i, "Tree " + i, START));
      match.advance(Duration.ofMillis(20));
    }

    assertThat(match.waitingPapers()).isZero();
  }
}
