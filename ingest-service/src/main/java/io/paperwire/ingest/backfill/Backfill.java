package io.paperwire.ingest.backfill;

import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.ingest.judgement.Judgement;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.publish.Batch;
import io.paperwire.ingest.publish.Committed;
import io.paperwire.ingest.publish.FencedException;
import io.paperwire.ingest.publish.PublishException;
import io.paperwire.ingest.publish.SourceSession;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.MissingPartsException;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.PunctualReader;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.state.SourceState;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Reads a period of one source from its beginning to its end. */
public final class Backfill {

  private static final Duration AT_MOST = Duration.ofSeconds(5);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final int MOST_FAILURES = 10;

  private final Source past;
  private final BackfillProgress progress;
  private final InstantSource clock;
  private final Screen screen;

  /**
   * A backfill, not begun yet.
   *
   * @param past the source for the period
   * @param screen is told how far it is
   */
  public Backfill(Source past, Period period, InstantSource clock, Screen screen) {
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
   * @throws MissingPartsException if all was read but what the upstream refuses
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
        screen.say(String.valueOf(e.getMessage()));
        TimeUnit.NANOSECONDS.sleep(BACKOFF.delay(failures, RandomGenerator.getDefault()).toNanos());
      }
    }
  }

  private void publishToTheEnd(SourceSessions sessions)
      throws PublishException, IOException, InterruptedException {
    try (SourceSession session = sessions.openForThePast(past.name());
        PageReader reader = new PunctualReader(past.name(), past.open(session.positions()))) {
      while (!reader.isAtEnd()) {
        Optional<Page> page = next(reader, session);
        if (page.isPresent()) {
          Committed committed = session.publish(Batch.of(page.get()));
          tell(page.get(), committed.announced());
        }
        if (session.owesSignOfLife()) {
          session.giveSignOfLife(past.condition());
        }
      }
      session.giveSignOfLife(past.condition()); // what is told last is told of the whole
    }
  }

  /** What is missing at the end is told of the source as well. */
  private Optional<Page> next(PageReader reader, SourceSession session)
      throws PublishException, IOException, InterruptedException {
    try {
      return reader.next(session.untilSignOfLife());
    } catch (MissingPartsException e) {
      session.giveSignOfLife(past.condition());
      throw e;
    }
  }

  /** Reads to the end and publishes nothing; counts what would be announced if all were unknown. */
  public void readOnly() throws IOException, InterruptedException {
    SourceState state = new SourceState(past.name());
    try (PageReader reader = past.open(Positions.none())) {
      while (!reader.isAtEnd()) {
        Optional<Page> page = reader.next(AT_MOST);
        page.ifPresent(read -> tell(read, announced(read, state)));
      }
    }
  }

  private long announced(Page page, SourceState state) {
    SourceState.Draft draft = state.draft(clock.instant());
    long announced = 0;
    for (SourceRecord record : page.records()) {
      String paperId = record.paperId().value();
      Judgement judgement = Judgement.of(record, draft.known(paperId));
      draft.remember(paperId, judgement.known());
      announced += judgement.verdict() == Verdict.ANNOUNCED ? 1 : 0;
    }
    draft.committed();
    return announced;
  }

  /** How much was read. */
  public String summary() {
    return progress.counts();
  }

  private void tell(Page page, long announced) {
    progress.add(page, announced);
    screen.progress(progress.line(clock.instant()));
  }
}
