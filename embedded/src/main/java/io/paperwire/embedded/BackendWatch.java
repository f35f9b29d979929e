package io.paperwire.embedded;

import io.paperwire.embedded.process.Restartable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts a backend again when it dies, and gives it up when that does not help. */
final class BackendWatch implements AutoCloseable {

  /** So many deaths within so long are more than bad luck. */
  static final int MOST_DEATHS = 3;

  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final Restartable backend;
  private final Consumer<String> news;
  private final Consumer<String> lost;
  private final InstantSource clock;
  private final Duration pause;
  private final Deque<Instant> deaths = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * A watch that has not begun.
   *
   * @param news told of each death and return, one line each
   * @param lost told once if the backend is given up
   * @param pause between a death and the start
   */
  BackendWatch(
      Restartable backend,
      Consumer<String> news,
      Consumer<String> lost,
      InstantSource clock,
      Duration pause) {
    this.backend = backend;
    this.news = news;
    this.lost = lost;
    this.clock = clock;
    this.pause = pause;
  }

  /** Watches on a thread of its own. */
  void start() {
    Thread.ofVirtual().name("watch-" + backend.name()).start(this::run);
  }

  /** Watches until this is closed or the backend is given up. */
  void run() {
    try {
      boolean watching = true;
      while (watching) {
        String end = backend.awaitEnd();
        watching = !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS) && broughtBack(end);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean broughtBack(String end) throws InterruptedException {
    if (isOneTooMany(clock.instant())) {
      lost.accept(
          "%s %s. It is not started again: it has ended %d times within a minute"
              .formatted(backend.name(), end, MOST_DEATHS));
      return false;
    }
    news.accept(backend.name() + " " + end + ". It is started again");
    Optional<EmbeddedException> failure = restart();
    if (failure.isPresent() && closing.getCount() > 0) {
      // What the dead one left behind, such as memory that its children still hold, may be gone
      // now.
      failure = restart();
    }
    if (failure.isEmpty()) {
      news.accept(backend.name() + " serves again");
    } else if (closing.getCount() > 0) {
      lost.accept(failure.get().getMessage());
    }
    return failure.isEmpty();
  }

  private Optional<EmbeddedException> restart() throws InterruptedException {
    try {
      backend.restart();
      return Optional.empty();
    } catch (EmbeddedException e) {
      return Optional.of(e);
    }
  }

  private boolean isOneTooMany(Instant death) {
    deaths.removeIf(earlier -> earlier.plus(WITHIN).isBefore(death));
    deaths.add(death);
    return deaths.size() >= MOST_DEATHS;
  }

  /** The end that comes next is meant. */
  @Override
  public void close() {
    closing.countDown();
  }
}
