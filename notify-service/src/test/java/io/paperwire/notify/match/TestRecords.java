package io.paperwire.notify.match;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.TopicTag;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import java.time.Instant;
import java.util.List;

/** Papers and subscribers for tests, all of them plain until a test says otherwise. */
final class TestRecords {

  /** Before everything that tests do. */
  static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private TestRecords() {}

  /** A paper that was first seen at a moment and has no authors and no topics. */
  static EnrichedPaper.Builder paper(String id, String title, Instant firstSeenAt) {
    return EnrichedPaper.newBuilder()
        .setPaperId(id)
        .setStatus(PaperStatus.ACTIVE)
        .setLastChange(PaperEventKind.ANNOUNCED)
        .setTitle(title)
        .setFirstSeenAt(firstSeenAt)
        .setLinks(List.of(new Link("abstract", "https://papers.example/" + id)))
        .setTrend(trend(0, firstSeenAt));
  }

  static Trend trend(long votes, Instant asOf) {
    return new Trend(votes, votes * 1.0, asOf, TrendState.QUIET);
  }

  static Author author(String name) {
    return Author.newBuilder().setName(name).build();
  }

  static TopicTag tag(String topic, String label, double score, String... evidence) {
    return new TopicTag(topic, label, score, List.of(evidence));
  }

  /** A subscriber in Berlin with one phrase, whose digests are due at 08:00. */
  static SubscriberInterests.Builder subscriber(String id, Cadence cadence, String phrase) {
    return SubscriberInterests.newBuilder()
        .setSubscriberId(id)
        .setRevision(1)
        .setInterests(List.of(interest("i-1", InterestKind.PHRASE, phrase)))
        .setCadence(cadence)
        .setZone("Europe/Berlin")
        .setActiveSince(LONG_AGO);
  }

  static Interest interest(String id, InterestKind kind, String value) {
    return Interest.newBuilder().setInterestId(id).setKind(kind).setValue(value).build();
  }
}
