package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.interest;
import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.SubscriberInterests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What many papers that wait for one subscriber cost, in papers looked at and interests read. */
final class WaitingTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final int PAPERS = 70;

  private final LoneTask match = new LoneTask(START);

  @AfterEach
  void close() {
    match.close();
  }

  @Test
  void shouldReadWhatIsAskedForOnceADigest() {
    match.subscribe(graphs().build());
    publish(0, PAPERS, false);

    match.advance(Duration.ofDays(1));

    assertThat(match.digests()).hasSize(1);
    assertThat(match.reads()).isEqualTo(1);
    assertThat(match.judgements()).isEqualTo(PAPERS);
  }

  @Test
  void shouldLookAtNoPaperWhereNothingIsAskedForNoMore() {
    match.subscribe(graphs().build());
    publish(0, PAPERS, false);

    match.subscribe(graphs().setRevision(2).setCadence(Cadence.WEEKLY).build());
    match.subscribe(
        graphs()
            .setRevision(3)
            .setInterests(
                List.of(
                    interest("i-2", InterestKind.PHRASE, "protein"),
                    interest("i-1", InterestKind.PHRASE, "graph")))
            .build());

    assertThat(match.reads()).isZero();
    assertThat(match.judgements()).isZero();
  }

  @Test
  void shouldReadWhatWasAndIsAskedForOnceAChange() {
    match.subscribe(graphs().build());
    publish(0, PAPERS, false);

    match.subscribe(subscriber("s-1", Cadence.DAILY, "protein").setRevision(2).build());

    assertThat(match.reads()).isEqualTo(2);
    assertThat(match.judgements()).isEqualTo(2 * PAPERS);
    match.advance(Duration.ofDays(1));
    assertThat(match.digests().getFirst().getItems()).hasSize(3);
  }

  @Test
  void shouldLetPapersWaitUpToALimitAndLeaveRoomForNewOnes() {
    int past = Follower.MOST_WAITING / 2;
    match.subscribe(graphs().build());
    publish(0, past + 7, true);
    match.advance(Duration.ZERO);
    publish(past + 7, past + 5, false);

    match.advance(Duration.ofDays(1));

    assertThat(match.judgements()).isEqualTo(Follower.MOST_WAITING);
    assertThat(match.digests()).hasSize(1);
    match.publish(paper("p-new", "Graph of today", START.plus(Duration.ofDays(1))).build(), false);
    match.advance(Duration.ofDays(1));
    assertThat(match.digests())
        .last()
        .extracting(Digest::getItems)
        .satisfies(items -> assertThat(items).anyMatch(item -> item.getPaperId().equals("p-new")));
  }

  /** What a digest has to hold together is papers times words. */
  @Test
  void shouldLetFewerPapersWaitForWhoAsksForThousandsOfWords() {
    String words =
        IntStream.range(0, 99)
            .mapToObj(i -> "graphs" + i + "x".repeat(26))
            .collect(joining(" OR "));
    List<Interest> queries =
        IntStream.range(0, 13)
            .mapToObj(
                i ->
                    interest(
                        "q-" + i,
                        InterestKind.QUERY,
                        "graph OR " + words.replace("graphs", "g" + i)))
            .toList();
    match.subscribe(graphs().setInterests(queries).build());
    publish(0, 400, false);

    match.advance(Duration.ofDays(1));

    assertThat(match.judgements()).isBetween(200, 280);
    assertThat(match.digests()).hasSize(1);
  }

  private static SubscriberInterests.Builder graphs() {
    return subscriber("s-1", Cadence.DAILY, "graph");
  }

  private void publish(int first, int count, boolean past) {
    for (int number = first; number < first + count; number++) {
      match.publish(paper("p-" + number, "Graph " + number, START).build(), past);
    }
  }
}
