package io.paperwire.ingest.backfill;

import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.Reading.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How far a backfill is. No upstream tells how much there is, so the share is that of the period up
 * to the newest paper met: an estimate, and right where lists go by date.
 */
final class BackfillProgress {

  private static final int BAR = 20;

  private final Instant start;
  private final Instant end;
  private final Instant begun;
  private Instant newest;
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
    Instant met = Items.newest(content);
    newest = met.isAfter(newest) && !met.isAfter(end) ? met : newest;
    if (shareAtFirst < 0) {
      shareAtFirst = share(); // one that goes on has read some of it before
    }
  }

  /** How many pages were read. */
  long pages() {
    return pages;
  }

  /** One line for the terminal. */
  String line(Instant now) {
    double share = share();
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

  private double share() {
    double whole = Duration.between(start, end).toMillis();
    return whole <= 0 ? 0 : Math.min(1, Duration.between(start, newest).toMillis() / whole);
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
