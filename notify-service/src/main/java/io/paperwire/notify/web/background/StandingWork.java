package io.paperwire.notify.web.background;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that does its work again and again until it is closed, whatever fails meanwhile. */
public final class StandingWork implements AutoCloseable {

  /** What is to be done; it comes back soon after {@link #pauses} says so. */
  @FunctionalInterface
  public interface Round {

    /**
     * Works until there is nothing left to do, something fails, or the work is closed.
     *
     * @param work whose round it is
     */
    void run(StandingWork work) throws InterruptedException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(StandingWork.class);
  private static final Duration LEAST_PAUSE = Duration.ofMillis(500);
  private static final Duration MOST_PAUSE = Duration.ofSeconds(15);
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final String complaint;
  private final Round round;
  private final Duration endLimit;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<String> problem = Optional.of("starting");

  private StandingWork(String name, String complaint, Round round, Duration endLimit) {
    this.complaint = complaint;
    this.round = round;
    this.endLimit = endLimit;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /**
   * Begins.
   *
   * @param name of the thread
   * @param complaint what a failure means, for the log
   */
  public static StandingWork start(String name, String complaint, Round round) {
    return start(name, complaint, round, END_LIMIT);
  }

  static StandingWork start(String name, String complaint, Round round, Duration endLimit) {
    StandingWork work = new StandingWork(name, complaint, round, endLimit);
    work.thread.start();
    return work;
  }

  /** Why nothing gets on at the moment, if so. */
  public Optional<String> problem() {
    return problem;
  }

  /** Called by the round: it gets on. */
  public void getsOn() {
    problem = Optional.empty();
  }

  /**
   * Waits, called by the round.
   *
   * @return whether the work goes on; false as soon as it is closed
   */
  public boolean pauses(Duration time) throws InterruptedException {
    return !stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends the work; interrupts it where it still waits after some seconds. */
  @Override
  public void close() {
    stop.countDown();
    try {
      if (!thread.join(endLimit)) {
        thread.interrupt(); // it waits for a neighbour that is away
        thread.join(endLimit);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      Duration pause = LEAST_PAUSE;
      do {
        pause = round(pause);
      } while (pauses(pause));
    } catch (InterruptedException end) {
      LOG.debug("{} ends", Thread.currentThread().getName());
    }
  }

  /**
   * One round.
   *
   * @param pause before it
   * @return the pause after it
   */
  private Duration round(Duration pause) throws InterruptedException {
    try {
      round.run(this);
      return LEAST_PAUSE;
    } catch (RuntimeException | Error failure) {
      // Nobody else would go on with it. As long as it gets on, it starts with short pauses.
      Duration next = problem.isEmpty() ? LEAST_PAUSE : doubled(pause);
      problem = Optional.of(failure.toString());
      LOG.warn("{}; next try in {} ms: {}", complaint, next.toMillis(), failure.toString());
      return next;
    }
  }

  private static Duration doubled(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(MOST_PAUSE) < 0 ? doubled : MOST_PAUSE;
  }
}
