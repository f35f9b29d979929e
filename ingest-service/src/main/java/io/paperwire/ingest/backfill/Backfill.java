package io.paperwire.ingest.backfill;

import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.publish.Batch;
import io.paperwire.ingest.publish.Committed;
import io.paperwire.ingest.publish.FencedException;
import io.paperwire.ingest.publish.PublishException;
import io.paperwire.ingest.publish.SourceSession;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Reads a period of one source from its beginning to its end. */
public final class Backfill {

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final int MOST_FAILURES = 10;

  private final Source past;
  private final BackfillProgress progress;
  private final InstantSource clock;
  private final Consumer<String> screen;

  /**
   * A backfill, not begun yet.
   *
   * @param past the source for the period
   * @param screen is told how far it is, line by line
   */
  public Backfill(Source past, Period period, InstantSource clock, Consumer<String> screen) {
    this.past = past;
    this.progress = new BackfillProgress(period, clock.instant());
    this.clock = clock;
    this.screen = screen;
  }

  /**
   * Reads and publishes to the end; after a failure it goes on where it stopped.
   *
   * @throws FencedException if another instance has taken the source over
   * @throws PublishException if publishing fails again and again
   */
  public void publish(SourceSessions sessions)
      throws PublishException, IOException, InterruptedException {
    int failures = 0;
    while (true) {
      long before = progress.pages();
      try {
        publishToTheEnd(sessions);
        return;
      } catch (FencedException e) {
        throw e;
      } catch (PublishException e) {
        failures = progress.pages() > before ? 1 : failures + 1;
        if (failures > MOST_FAILURES) {
          throw e;
        }
        screen.accept(e.getMessage());
        TimeUnit.NANOSECONDS.sleep(BACKOFF.delay(failures, RandomGenerator.getDefault()).toNanos());
      }
    }
  }

  private void publishToTheEnd(SourceSessions sessions)
      throws PublishException, IOException, InterruptedException {
    try (SourceSession session = sessions.openForThePast(past.name());
        PageReader reader = past.open(session.positions())) {
      long lastSign = System.nanoTime();
      while (!reader.isAtEnd()) {
        Optional<Page> page = reader.next(SIGN_OF_LIFE);
        if (page.isPresent()) {
          Committed committed = session.publish(Batch.of(page.get()));
          tell(page.get(), committed.verdicts().stream().filter(Verdict.ANNOUNCED::equals).count());
        }
        if (System.nanoTime() - lastSign >= SIGN_OF_LIFE.toNanos()) {
          session.giveSignOfLife(past.condition());
          lastSign = System.nanoTime();
        }
      }
    }
  }

  /** Reads to the end and publishes nothing; counts as announced what the source calls new. */
  public void readOnly() throws IOException, InterruptedException {
    try (PageReader reader = past.open(Positions.none())) {
      while (!reader.isAtEnd()) {
        Optional<Page> page = reader.next(SIGN_OF_LIFE);
        page.ifPresent(
            read ->
                tell(
                    read,
                    read.records().stream()
                        .filter(paper -> paper.announcement() == Announcement.NEW)
                        .count()));
      }
    }
  }

  private void tell(Page page, long announced) {
    progress.add(page, announced);
    screen.accept(progress.line(clock.instant()));
  }
}
