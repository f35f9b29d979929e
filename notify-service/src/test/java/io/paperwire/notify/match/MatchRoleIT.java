package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static io.paperwire.notify.match.TestRecords.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The role in processes of its own, on a real broker and registry, killed in the middle of work.
 */
@Order(1) // it takes longest
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class MatchRoleIT {

  private static final int SUBSCRIBERS = 30;
  private static final int PAPERS = 240;

  /**
   * Who wants what: subscriber i has phrase i modulo 3, paper i says it if i modulo 3 is the same.
   */
  private static final List<String> PHRASES = List.of("graph", "protein folding", "robots");

  private final Backends backends;
  private final Instant start = Instant.now();

  MatchRoleIT(Backends backends) {
    this.backends = backends;
  }

  @Test
  void shouldTellEverybodyOfEveryPaperExactlyOnceThroughKillsAndTakeovers(@TempDir Path folder)
      throws InterruptedException {
    try (MatchInstances match = new MatchInstances(backends, "match-kills", folder)) {
      match.start("one");
      match.awaitUp("one");
      for (int i = 0; i < SUBSCRIBERS; i++) {
        match.send(
            match.topics().interests(),
            "s-" + i,
            subscriber("s-" + i, Cadence.INSTANT, PHRASES.get(i % 3))
                .setActiveSince(start)
                .build());
      }
      match.awaitRead(match.topics().interests());
      publish(match, 0, 100);
      await().atMost(MatchInstances.LIMIT).until(() -> told(match).size() > SUBSCRIBERS);
      match.kill("one");

      // It comes back on what it left, and another joins. Papers come again, as when trends move.
      match.start("one");
      match.start("two");
      publish(match, 0, 160);
      match.awaitUp("one");
      match.awaitUp("two");
      publish(match, 160, 200);
      match.kill("one");
      publish(match, 150, PAPERS);
      publish(match, 0, 50);

      List<String> expected = expected();
      await().atMost(MatchInstances.LIMIT).until(() -> told(match).size() >= expected.size());
      // By the time at which these are told, all that came before them is done with.
      for (String phrase : PHRASES) {
        match.send(
            match.topics().enrichedPapers(),
            "last " + phrase,
            paper("last " + phrase, phrase, Instant.now()).build());
      }
      await()
          .atMost(MatchInstances.LIMIT)
          .until(
              () ->
                  told(match).stream().filter(each -> each.contains("last")).count()
                      >= SUBSCRIBERS);
      assertThat(told(match))
          .filteredOn(each -> !each.contains("last"))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(match.digests()).extracting(Digest::getDigestId).doesNotHaveDuplicates();
    }
  }

  private void publish(MatchInstances match, int from, int to) {
    for (int i = from; i < to; i++) {
      EnrichedPaper paper =
          paper("p-" + i, "On " + PHRASES.get(i % 3), start.plusMillis(1))
              .setTrend(trend(to, Instant.now()))
              .build();
      if (i % 5 == 0) {
        match.sendOfThePast(match.topics().enrichedPapers(), paper.getPaperId(), paper);
      } else {
        match.send(match.topics().enrichedPapers(), paper.getPaperId(), paper);
      }
    }
  }

  private static List<String> expected() {
    return IntStream.range(0, SUBSCRIBERS)
        .boxed()
        .flatMap(
            subscriber ->
                IntStream.range(0, PAPERS)
                    .filter(paper -> paper % 3 == subscriber % 3)
                    .mapToObj(paper -> "s-" + subscriber + " p-" + paper))
        .toList();
  }

  private static List<String> told(MatchInstances match) {
    List<String> told = new ArrayList<>();
    for (Digest digest : match.digests()) {
      for (DigestItem item : digest.getItems()) {
        told.add(digest.getSubscriberId() + " " + item.getPaperId());
      }
    }
    return told;
  }
}
