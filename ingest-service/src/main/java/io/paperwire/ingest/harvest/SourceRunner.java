package io.paperwire.ingest.harvest;

import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.ingest.publish.Batch;
import io.paperwire.ingest.publish.Committed;
import io.paperwire.ingest.publish.Coverage;
import io.paperwire.ingest.publish.FencedException;
import io.paperwire.ingest.publish.PublishException;
import io.paperwire.ingest.publish.SourceSession;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.PunctualReader;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.SourceCondition;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one source until it is stopped. */
public final class SourceRunner {

  private static final Logger LOG = LoggerFactory.getLogger(SourceRunner.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  /** Whether the thread may be interrupted: never while a transaction is in hand. */
  private enum Phase {
    WAITING,
    PUBLISHING,
    STOPPED
  }

  private final Source source;
  private final SourceSessions sessions;
  private final CountDownLatch contracts;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);
  private final LongAdder rejected = new LongAdder();
  private final Setbacks setbacks = new Setbacks(InstantSource.system());
  private final Thread thread;
  private volatile RunnerState state = new RunnerState.Starting();
  private volatile Coverage coverage = Coverage.NONE;

  /**
   * A runner, not started yet.
   *
   * @param contracts opens when topics and schemas are in place
   */
  public SourceRunner(Source source, SourceSessions sessions, CountDownLatch contracts) {
    this.source = source;
    this.sessions = sessions;
    this.contracts = contracts;
    this.thread = Thread.ofVirtual().name("source-" + source.name()).unstarted(this::run);
  }

  /** Starts to read the source. */
  public void start() {
    thread.start();
  }

  /** Stops after the transaction in hand, and waits for it. */
  public void stop() throws InterruptedException {
    Phase before = phase.getAndSet(Phase.STOPPED);
    if (before == Phase.WAITING) {
      thread.interrupt();
    }
    if (!thread.join(STOP_PATIENCE)) {
      LOG.warn("source {} does not stop; its transaction will be aborted", source.name());
      thread.interrupt();
    }
  }

  /** The source's name. */
  public String name() {
    return source.name();
  }

  /** What the runner is doing. */
  public RunnerState state() {
    return state;
  }

  /** How much of the source is known here. */
  public Coverage coverage() {
    return coverage;
  }

  /** Pieces of input that were set aside since the process began. */
  public long rejected() {
    return rejected.sum();
  }

  /** How the source is. */
  public SourceCondition condition() {
    return source.condition();
  }

  private void run() {
    try {
      contracts.await();
      while (isRunning()) {
        try {
          if (setbacks.any() && sessions.isReadByAnother(source.name())) {
            setbacks.overcome();
            standBy();
          }
          if (isRunning()) {
            harvest();
          }
        } catch (FencedException e) {
          setbacks.overcome();
          standBy();
        } catch (PublishException | IOException | RuntimeException e) {
          fail(e, setbacks.add());
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("source {} was interrupted", source.name());
    } finally {
      state = new RunnerState.Stopped();
    }
  }

  private void harvest() throws PublishException, IOException, InterruptedException {
    state = new RunnerState.Starting();
    try (SourceSession session = sessions.open(source.name());
        PageReader reader = new PunctualReader(source.name(), source.open(session.positions()))) {
      state = new RunnerState.Active(session.knownPapers());
      coverage = session.coverage();
      LOG.info("source {} is read here; {} papers are known", source.name(), session.knownPapers());
      while (isRunning()) {
        Optional<Page> page = reader.next(session.untilSignOfLife());
        if (!phase.compareAndSet(Phase.WAITING, Phase.PUBLISHING)) {
          return;
        }
        if (page.isPresent()) {
          publish(session, page.get());
        }
        if (session.owesSignOfLife()) {
          session.giveSignOfLife(source.condition());
        }
        phase.compareAndSet(Phase.PUBLISHING, Phase.WAITING);
      }
    } finally {
      phase.compareAndSet(Phase.PUBLISHING, Phase.WAITING);
    }
  }

  private void publish(SourceSession session, Page page) throws PublishException {
    Committed committed = session.publish(Batch.of(page));
    setbacks.published();
    coverage = session.coverage();
    rejected.add(committed.rejects());
    LOG.info("source {}: {}: {}", source.name(), page.description(), committed.summary());
  }

  private void standBy() throws InterruptedException {
    LOG.warn("source {} is read by another instance now; this one stands by", source.name());
    if (new StandBy(this::look, this::fail).untilSilent(this::isRunning)) {
      LOG.warn(
          "source {}: no sign of life for {}, taking it over",
          source.name(),
          sessions.takeoverAfter());
    }
  }

  private boolean look() throws PublishException {
    state = new RunnerState.StandingBy();
    return sessions.isSilent(source.name());
  }

  private void fail(Exception e, int failures) throws InterruptedException {
    Duration delay = BACKOFF.delay(failures, random);
    state = new RunnerState.Failing(String.valueOf(e.getMessage()));
    if (e instanceof RuntimeException) {
      LOG.error("source {} failed, next try in {}", source.name(), delay, e);
    } else {
      LOG.warn("source {} failed, next try in {}: {}", source.name(), delay, e.getMessage());
    }
    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
  }

  private boolean isRunning() {
    return phase.get() != Phase.STOPPED;
  }
}
