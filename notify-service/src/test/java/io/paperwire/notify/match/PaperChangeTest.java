package io.paperwire.notify.match;

import static io.paperwire.notify.match.TestRecords.LONG_AGO;
import static io.paperwire.notify.match.TestRecords.author;
import static io.paperwire.notify.match.TestRecords.interest;
import static io.paperwire.notify.match.TestRecords.paper;
import static io.paperwire.notify.match.TestRecords.subscriber;
import static io.paperwire.notify.match.TestRecords.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Papers that come again, are withdrawn or deleted, or are too old. */
final class PaperChangeTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration ROUND = MatchHarness.SETTINGS.round();
  private static final String NEXT_MORNING = "2026-03-03T07:00:00Z";

  private final MatchHarness match = new MatchHarness(START);

  @AfterEach
  void close() {
    match.close();
  }

  @Test
  void shouldTellNobodyTwice() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.advance(ROUND);
    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));

    match.publish(paper("p-1", "Graph networks", START).setTrend(trend(50, START)));
    match.publish(paper("p-1", "Graph networks, revised", START).setVersion(2));
    match.publish(paper("p-1", "Graph networks", START).setStatus(PaperStatus.PUBLISHED));
    match.advance(Duration.ofDays(1));

    assertThat(match.digests()).isEmpty();
  }

  @Test
  void shouldTellOfAChangedPaperThoseWhoDidNotMatchBefore() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.subscribe(subscriber("s-2", Cadence.INSTANT, "molecule"));
    match.publish(paper("p-1", "Graph networks", START));
    match.advance(ROUND);
    match.digests();

    match.publish(paper("p-1", "Graph networks for molecules", START).setVersion(2));
    match.advance(ROUND);

    assertThat(match.digests())
        .extracting(digest -> digest.getSubscriberId())
        .containsExactly("s-2");
  }

  /** arXiv names authors; another source tells their iDs later. */
  @Test
  void shouldTellThoseWhoFollowAnOrcidIdOnceASourceTellsIt() {
    String orcid = "0000-0002-1825-0097";
    match.subscribe(
        subscriber("s-1", Cadence.INSTANT, "graph")
            .setInterests(List.of(interest("i-1", InterestKind.AUTHOR, orcid))));
    match.publish(paper("p-1", "A title", START).setAuthors(List.of(author("Ada Lovelace"))));
    match.advance(ROUND);
    assertThat(match.digests()).isEmpty();

    Author known = Author.newBuilder().setName("Ada Lovelace").setOrcid(orcid).build();
    match.publish(paper("p-1", "A title", START).setAuthors(List.of(known)));
    match.advance(ROUND);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldTellWhatIsKnownOfAWaitingPaperWhenTheDigestIsDue() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.publish(paper("p-1", "Graph networks, revised", START).setTrend(trend(50, START)));
    match.advanceTo(NEXT_MORNING);

    assertThat(match.digests().getFirst().getItems())
        .extracting(DigestItem::getTitle, DigestItem::getVotes)
        .containsExactly(tuple("Graph networks, revised", 50L));
  }

  @Test
  void shouldAlertWhoeverFollowsTrendsOfAPaperOnlyUntilItsTrendEnds() {
    match.subscribe(
        subscriber("s-1", Cadence.INSTANT, "graph")
            .setInterests(List.of(interest("i-1", InterestKind.QUERY, "trending"))));
    Trend trend = new Trend(50L, 50.0, START.minus(Duration.ofDays(9)), TrendState.TRENDING);
    match.publish(
        paper("p-1", "Heard of late", START)
            .setTrend(trend)
            .setTrendingUntil(START.minus(Duration.ofDays(1))));
    match.publish(paper("p-2", "Quiet", START).setTrend(trend(50, START)));
    match.publish(
        paper("p-3", "Trending", START)
            .setTrend(trend)
            .setTrendingUntil(START.plus(Duration.ofDays(1))));
    match.advance(ROUND);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-3"));
  }

  @Test
  void shouldGoByTheTimeOfTheRecordWhenItAsksWhetherAPaperIsTrending() {
    match.subscribe(
        subscriber("s-1", Cadence.INSTANT, "graph")
            .setInterests(List.of(interest("i-1", InterestKind.QUERY, "trending"))));
    Instant ended = START.minus(Duration.ofHours(1));
    match.publish(
        paper("p-1", "Trending when it was written", LONG_AGO)
            .setTrend(new Trend(50L, 50.0, LONG_AGO, TrendState.TRENDING))
            .setTrendingUntil(ended),
        ended.minusSeconds(1));
    match.advance(ROUND);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldNotTellOfAWithdrawnPaper() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.subscribe(subscriber("s-2", Cadence.DAILY, "network"));
    match.publish(paper("p-1", "Graph networks", START));
    match.publish(paper("p-2", "Graph theory", START));
    match.publish(paper("p-1", "Graph networks", START).setStatus(PaperStatus.WITHDRAWN));
    match.publish(paper("p-3", "Graph networks", START).setStatus(PaperStatus.WITHDRAWN));
    match.advanceTo(NEXT_MORNING);

    assertThat(match.digests())
        .extracting(digest -> digest.getSubscriberId())
        .containsExactly("s-1");
    assertThat(match.entries("papers")).isZero();
  }

  @Test
  void shouldTellOfAPaperWhoseWithdrawalIsTakenBack() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.publish(paper("p-1", "Graph networks", START).setStatus(PaperStatus.WITHDRAWN));
    match.publish(paper("p-1", "Graph networks", START));
    match.advanceTo(NEXT_MORNING);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-1"));
  }

  @Test
  void shouldRememberWhoWasToldOfAPaperThatWasWithdrawnLater() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.advance(ROUND);
    match.digests();

    match.publish(paper("p-1", "Graph networks", START).setStatus(PaperStatus.WITHDRAWN));
    match.publish(paper("p-1", "Graph networks", START));
    match.advance(ROUND);

    assertThat(match.digests()).isEmpty();
    assertThat(match.entries("notices")).isEqualTo(1);
  }

  @Test
  void shouldNotTellOfADeletedPaper() {
    match.subscribe(subscriber("s-1", Cadence.DAILY, "graph"));
    match.publish(paper("p-1", "Graph networks", START));
    match.delete("p-1");
    match.delete("p-unknown");
    match.advanceTo(NEXT_MORNING);

    assertThat(match.digests()).isEmpty();
    assertThat(match.entries("papers")).isZero();
    assertThat(match.entries("notices")).isZero();
  }

  @Test
  void shouldNotTellOfPapersFirstSeenBeforeTheSubscriptionBegan() {
    match.subscribe(subscriber("s-1", Cadence.INSTANT, "graph").setActiveSince(START));
    match.publish(paper("p-before", "Graph networks", START.minusMillis(1)));
    match.publish(paper("p-since", "Graph networks", START));
    match.advance(ROUND);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-since"));
  }

  @Test
  void shouldNotTellOfPapersOlderThanItsMemory() {
    Instant forgotten = START.minus(MatchHarness.SETTINGS.memory());
    match.subscribe(
        subscriber("s-1", Cadence.INSTANT, "graph")
            .setActiveSince(Instant.parse("2020-01-01T00:00:00Z")));
    match.publish(paper("p-old", "Graph networks", forgotten.minusMillis(1)));
    match.publish(paper("p-remembered", "Graph networks", forgotten));
    match.advance(ROUND);

    assertThat(match.digestedPapers()).containsExactly(List.of("p-remembered"));
  }
}
