package io.paperwire.ingest.submission;

import io.paperwire.ingest.backoff.Backoff;
import io.paperwire.ingest.publish.Batch;
import io.paperwire.ingest.publish.Committed;
import io.paperwire.ingest.publish.FencedException;
import io.paperwire.ingest.publish.PublishException;
import io.paperwire.ingest.publish.SourceSession;
import io.paperwire.ingest.publish.SourceSessions;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.SourceRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is submitted. One thread holds the session; requests that wait for it are written
 * together in one transaction, so that many small requests cost few commits.
 */
public final class Submissions {

  /** Name of the source in events. */
  public static final String SOURCE = "http";

  private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);
  private static final int MAX_WAITING = 200;
  private static final int MAX_TOGETHER = 100;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  private final SourceSessions sessions;
  private final CountDownLatch contracts;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Thread thread;
  private volatile boolean stopped;
  private volatile Optional<String> obstacle = Optional.of("starting: waiting for the broker");

  /**
   * Submissions, not started yet.
   *
   * @param contracts opens when topics and schemas are in place
   */
  public Submissions(SourceSessions sessions, CountDownLatch contracts) {
    this.sessions = sessions;
    this.contracts = contracts;
    this.thread = Thread.ofVirtual().name("submissions").unstarted(this::run);
  }

  private record Waiting(Batch batch, CompletableFuture<Committed> answer) {}

  /** Starts to write. */
  public void start() {
    thread.start();
  }

  /** Writes what waits, then stops. */
  public void stop() throws InterruptedException {
    stopped = true;
    if (obstacle.isPresent()) {
      thread.interrupt();
    }
    if (!thread.join(STOP_PATIENCE)) {
      thread.interrupt();
    }
  }

  /** Why nothing can be written just now; empty if it can. */
  public Optional<String> obstacle() {
    return obstacle;
  }

  /**
   * Hands papers and signals in.
   *
   * @return what became of them, once they are committed; empty if there is no room for more
   */
  Optional<CompletableFuture<Committed>> submit(
      List<SourceRecord> papers, List<RecordedSignal> signals) {
    Waiting waiting = new Waiting(Batch.handedIn(papers, signals), new CompletableFuture<>());
    return !stopped && queue.offer(waiting) ? Optional.of(waiting.answer()) : Optional.empty();
  }

  private void run() {
    RandomGenerator random = RandomGenerator.getDefault();
    int failures = 0;
    try {
      contracts.await();
      while (!stopped) {
        try (SourceSession session = sessions.openForInstance(SOURCE)) {
          obstacle = Optional.empty();
          failures = 0;
          writeAll(session);
        } catch (FencedException e) {
          failures++;
          LOG.error(
              "another instance has this one's name: give each its own paperwire.ingest.instance");
          pause(e, BACKOFF.delay(failures, random));
        } catch (PublishException | RuntimeException e) {
          failures++;
          LOG.warn("submissions cannot be written: {}", e.getMessage());
          pause(e, BACKOFF.delay(failures, random));
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("submissions were interrupted");
    } finally {
      obstacle = Optional.of("stopped");
      refuseAll(new IllegalStateException("the service is stopping"));
    }
  }

  private void pause(Exception e, Duration delay) throws InterruptedException {
    obstacle = Optional.of(String.valueOf(e.getMessage()));
    refuseAll(e);
    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
  }

  private void writeAll(SourceSession session) throws PublishException, InterruptedException {
    while (!stopped || !queue.isEmpty()) {
      Optional<Waiting> first = Optional.ofNullable(queue.poll(100, TimeUnit.MILLISECONDS));
      if (first.isPresent()) {
        List<Waiting> together = new ArrayList<>(List.of(first.get()));
        queue.drainTo(together, MAX_TOGETHER - 1);
        write(session, together);
      }
    }
  }

  private static void write(SourceSession session, List<Waiting> together) throws PublishException {
    List<SourceRecord> papers = new ArrayList<>();
    List<RecordedSignal> signals = new ArrayList<>();
    for (Waiting waiting : together) {
      papers.addAll(waiting.batch().records());
      signals.addAll(waiting.batch().signals());
    }
    try {
      Committed all = session.publish(Batch.handedIn(papers, signals));
      LOG.info(
          "submitted: {}, {} signals, in {} requests",
          all.summary(),
          signals.size(),
          together.size());
      answer(together, all);
    } catch (PublishException | RuntimeException e) {
      together.forEach(waiting -> waiting.answer().completeExceptionally(e));
      throw e;
    }
  }

  /** Gives each request its part of what was committed together. */
  private static void answer(List<Waiting> together, Committed all) {
    int paper = 0;
    int signal = 0;
    for (Waiting waiting : together) {
      int papersEnd = paper + waiting.batch().records().size();
      int signalsEnd = signal + waiting.batch().signals().size();
      waiting
          .answer()
          .complete(
              new Committed(
                  all.papers().subList(paper, papersEnd),
                  all.counted().subList(signal, signalsEnd),
                  0));
      paper = papersEnd;
      signal = signalsEnd;
    }
  }

  private void refuseAll(Exception e) {
    List<Waiting> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    waiting.forEach(request -> request.answer().completeExceptionally(e));
  }
}
