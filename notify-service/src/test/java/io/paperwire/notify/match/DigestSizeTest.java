package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.author;
import static io.paperwire.notify.match.TestRecords.interest;
import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static io.paperwire.notify.match.TestRecords.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.TopicTag;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However much a subscriber asks for and however large papers are, a digest fits into a record. */
final class DigestSizeTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  /** What a broker takes in one record by default, less its surroundings. */
  private static final int RECORD = 1_000_000;

  /** A letter of three bytes. */
  private static final String WIDE = "\u10d0";

  @Test
  void shouldFitThoughAHundredLongInterestsMatchSeveralLongPapers() throws IOException {
    try (LoneTask match = new LoneTask(START)) {
      match.subscribe(
          subscriber("s-1", Cadence.DAILY, "graph")
              .setInterests(
                  IntStream.range(0, 100)
                      .mapToObj(n -> interest("i-" + n + query(n), InterestKind.QUERY, query(n)))
                      .toList())
              .build());
      for (int number = 0; number < 5; number++) {
        match.publish(longPaper(number).build(), false);
      }
      for (int day = 0; day < 3; day++) {
        match.advance(Duration.ofDays(1));
      }

      Set<String> told = new HashSet<>();
      for (Digest digest : match.digests()) {
        assertThat(Digest.getEncoder().encode(digest).remaining()).isLessThan(RECORD);
        assertThat(digest.getItems().getFirst().getReasons())
            .hasSize(50)
            .allSatisfy(reason -> assertThat(reason.getInterest()).startsWith("graph OR "));
        digest.getItems().forEach(item -> told.add(item.getPaperId()));
      }
      assertThat(told).hasSize(5);
    }
  }

  @Test
  void shouldKeepReasonsThatFitWhereInterestsChangeBeforeTheDigest() throws IOException {
    try (LoneTask match = new LoneTask(START)) {
      match.subscribe(
          subscriber("s-1", Cadence.DAILY, "graph")
              .setInterests(
                  IntStream.range(0, 100)
                      .mapToObj(n -> interest("i-" + n, InterestKind.QUERY, query(n)))
                      .toList())
              .build());
      match.publish(longPaper(1).build(), false);
      match.subscribe(subscriber("s-1", Cadence.DAILY, "protein").setRevision(2).build());
      match.advance(Duration.ofDays(1));

      List<DigestItem> items = match.digests().getFirst().getItems();
      assertThat(items).hasSize(1);
      assertThat(items.getFirst().getReasons()).hasSize(50);
      assertThat(DigestItems.bytes(items.getFirst())).isLessThan(RECORD / 2);
    }
  }

  private static String query(int number) {
    StringBuilder query = new StringBuilder("graph");
    for (int word = 0; query.length() < 3_700; word++) {
      query.append(" OR ").append(WIDE.repeat(195)).append(number).append('x').append(word);
    }
    return query.toString();
  }

  private static EnrichedPaper.Builder longPaper(int number) {
    List<TopicTag> topics =
        Collections.nCopies(
            40, tag("topic", WIDE.repeat(200), 0.5, WIDE.repeat(200), WIDE.repeat(200)));
    return paper("p-" + number, "Graph " + number + " " + WIDE.repeat(5_000), START)
        .setAbstractText(WIDE.repeat(30_000))
        .setSummary(WIDE.repeat(5_000))
        .setAuthors(Collections.nCopies(1_000, author(WIDE.repeat(150))))
        .setTopics(topics);
  }
}
