package io.paperwire.ingest.source.poll;

import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.freshness.NewsCalendar;
import io.paperwire.ingest.source.SourceCondition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of how the parts are. Written by the reader, read by whoever asks. */
final class PollHealth {

  private final NewsCalendar calendar;
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> faults = new TreeMap<>();
  private Optional<Instant> newsAt = Optional.empty();

  PollHealth(NewsCalendar calendar) {
    this.calendar = calendar;
  }

  /** A part was answered. */
  synchronized void answered(String part, String what) {
    words.put(part, what);
    faults.remove(part);
  }

  /** A part could not be read. */
  synchronized void failed(String part, String reason) {
    words.put(part, reason);
    faults.put(part, reason);
  }

  /** Something new was seen. */
  synchronized void sawNews(Instant at) {
    newsAt = newsAt.filter(before -> before.isAfter(at)).or(() -> Optional.of(at));
  }

  /** How the source is at a time. */
  synchronized SourceCondition condition(Instant now) {
    if (!faults.isEmpty()) {
      return new SourceCondition(Freshness.BROKEN, faults.toString(), words);
    }
    if (newsAt.isEmpty()) {
      String reason = words.isEmpty() ? "not asked yet" : "nothing new has been seen yet";
      return new SourceCondition(Freshness.QUIET, reason, words);
    }
    String reason =
        "something new was seen last at "
            + newsAt.get().truncatedTo(ChronoUnit.SECONDS)
            + ", expected since "
            + calendar.lastExpected(now);
    return new SourceCondition(calendar.judge(newsAt.get(), now), reason, words);
  }
}
