package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.source.SourceCondition;
import io.paperwire.ingest.source.SourceCondition.Freshness;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of how the feeds are. Written by the reader, read by whoever asks. */
final class FeedHealth {

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> faults = new TreeMap<>();
  private Optional<Instant> newIdsAt = Optional.empty();

  /** A category answered. */
  synchronized void answered(String category, String what) {
    words.put(category, what);
    faults.remove(category);
  }

  /** A category could not be read. */
  synchronized void failed(String category, String reason) {
    words.put(category, reason);
    faults.put(category, reason);
  }

  /** Ids were seen that had not been seen before. */
  synchronized void sawNewIds(Instant at) {
    newIdsAt = newIdsAt.filter(before -> before.isAfter(at)).or(() -> Optional.of(at));
  }

  /** How the source is at a time. */
  synchronized SourceCondition condition(Instant now) {
    if (!faults.isEmpty()) {
      return new SourceCondition(Freshness.BROKEN, faults.toString(), words);
    }
    if (newIdsAt.isEmpty()) {
      String reason = words.isEmpty() ? "not asked yet" : "no new ids have been seen yet";
      return new SourceCondition(Freshness.QUIET, reason, words);
    }
    Freshness freshness = AnnouncementCalendar.freshness(newIdsAt.get(), now);
    return new SourceCondition(
        freshness,
        "new ids were seen last at "
            + newIdsAt.get()
            + ", expected since "
            + AnnouncementCalendar.lastExpected(now),
        words);
  }
}
