package io.paperwire.ingest.backfill;

import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Reading.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/**
 * How far a backfill is. No upstream tells how much there is, so the share is that of the period up
 * to the newest paper met: an estimate, and right where lists go by the dates of papers. A list
 * that goes by other dates, and on to today, tells the date that it has come to.
 */
final class BackfillProgress {

  private static final int BAR = 20;

  private final Instant start;
  private final Instant end;
  private final Instant begun;
  private Instant newest;
  private double share;
  private double shareAtFirst = -1;
  private long pages;
  private long papers;
  private long announced;
  private long faults;

  /**
   * The progress of a backfill that begins.
   *
   * @param begun now
   */
  BackfillProgress(Period period, Instant begun) {
    this.start = period.start();
    this.end = period.end(begun);
    this.newest = start;
    this.begun = begun;
  }

  /** A page was read; so many of its papers were announced. */
  void add(Page page, long newlyAnnounced) {
    pages++;
    papers += page.records().size();
    announced += newlyAnnounced;
    faults += page.rejects().size() + page.quarantined().size();
    Content content = Content.ofPapers(page.records(), page.rejects());
    Instant met = Items.newest(content, end);
    newest = met.isAfter(newest) ? met : newest;
    double told =
        page.advances().values().stream()
            .flatMap(position -> ListPosition.of(position).stream())
            .flatMap(position -> position.reached().stream())
            .max(Comparator.naturalOrder())
            .map(reached -> share(reached, begun))
            .orElseGet(() -> share(newest, end));
    share = Math.max(share, told);
    if (shareAtFirst < 0) {
      shareAtFirst = share; // one that goes on has read some of it before
    }
  }

  /** How many pages were read. */
  long pages() {
    return pages;
  }

  /** One line for the terminal. */
  String line(Instant now) {
    int filled = (int) Math.round(share * BAR);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f%%, %s: %s",
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        share * 100,
        left(share - Math.max(0, shareAtFirst), 1 - share, Duration.between(begun, now)),
        counts());
  }

  /** How much was read. */
  String counts() {
    return String.format(
        Locale.ROOT,
        "%,d %s, %,d announced, %,d %s",
        papers,
        papers == 1 ? "paper" : "papers",
        announced,
        faults,
        faults == 1 ? "fault" : "faults");
  }

  /** The share of the time from the period's start to an end that lies before a moment. */
  private double share(Instant moment, Instant upTo) {
    double whole = Duration.between(start, upTo).toMillis();
    double done = Duration.between(start, moment).toMillis();
    return whole <= 0 ? 0 : Math.clamp(done / whole, 0, 1);
  }

  private static String left(double done, double rest, Duration spent) {
    if (done <= 0) {
      return "time left not known yet";
    }
    Duration left = Duration.ofMillis((long) (spent.toMillis() * rest / done));
    return "about "
        + (left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s")
        + " left";
  }
}
