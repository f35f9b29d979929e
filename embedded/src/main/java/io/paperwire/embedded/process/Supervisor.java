package io.paperwire.embedded.process;

import io.paperwire.embedded.EmbeddedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts a part of the system again when it dies, and gives it up when that does not help: two
 * tries in a row fail, or twice in a row it has died soon after it was started again. A part that
 * is killed now and then is started again for ever.
 */
public final class Supervisor implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /**
   * So many pauses lie between two tries: what the dead one left behind, such as memory that its
   * children still hold, may be gone then, and a jar that was being built be there.
   */
  private static final int PAUSES_BETWEEN_TRIES = 10;

  /** A part that has served so long since it was started again has come back. */
  private static final Duration BACK = Duration.ofMinutes(1);

  private static final int MOST_EARLY_DEATHS = 2;

  /** What a part stands on. */
  @FunctionalInterface
  public interface Ground {
    /** Waits while some of it is known to be down. */
    void awaitServing() throws InterruptedException;
  }

  private final Restartable part;
  private final Ground ground;
  private final Consumer<String> news;
  private final Consumer<String> lost;
  private final InstantSource clock;
  private final Duration pause;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Optional<Instant> startedAgain = Optional.empty();
  private int earlyDeaths;
  private boolean serves = true;

  /**
   * A supervisor that has not begun.
   *
   * @param part serves now
   * @param ground without which the part may die. After its death the part is started at once,
   *     since most of a start needs nothing; a start that follows on that one waits for the ground
   * @param news told of each death and return, one line each
   * @param lost told once, in a line, if the part is given up
   */
  public Supervisor(Restartable part, Ground ground, Consumer<String> news, Consumer<String> lost) {
    this(part, ground, news, lost, InstantSource.system(), PAUSE);
  }

  /**
   * The same with a time of its own.
   *
   * @param pause between a death and the start
   */
  Supervisor(
      Restartable part,
      Ground ground,
      Consumer<String> news,
      Consumer<String> lost,
      InstantSource clock,
      Duration pause) {
    this.part = part;
    this.ground = ground;
    this.news = news;
    this.lost = lost;
    this.clock = clock;
    this.pause = pause;
    this.thread =
        Thread.ofVirtual()
            .name("supervise-" + part.name())
            .uncaughtExceptionHandler(
                (_, error) -> lost.accept(part.name() + " cannot be watched: " + error))
            .unstarted(this::run);
  }

  /** Watches on a thread of its own. */
  public void start() {
    thread.start();
  }

  /** Watches until this is closed or the part is given up. */
  void run() {
    try {
      boolean watching = true;
      while (watching) {
        String end = part.awaitEnd();
        serves(false);
        watching = !isClosedWithin(pause) && broughtBack(end);
        serves(watching);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean broughtBack(String end) throws InterruptedException {
    if (isOneTooMany(clock.instant())) {
      lost.accept(
          "%s %s. It is not started again: twice in a row it has not lasted a minute; see %s"
              .formatted(part.name(), end, part.log()));
      return false;
    }
    news.accept("%s %s and is started again; see %s".formatted(part.name(), end, part.log()));
    if (earlyDeaths > 0) {
      ground.awaitServing();
    }
    Optional<String> failure = restart();
    if (failure.isPresent() && !isClosedWithin(pause.multipliedBy(PAUSES_BETWEEN_TRIES))) {
      ground.awaitServing();
      failure = restart();
    }
    if (failure.isEmpty()) {
      startedAgain = Optional.of(clock.instant());
      news.accept(part.name() + " serves again");
    } else if (!isClosed()) {
      lost.accept(failure.get());
    }
    return failure.isEmpty();
  }

  /** One try; nothing if it succeeded, or else what went wrong. */
  private Optional<String> restart() throws InterruptedException {
    try {
      part.restart();
      return Optional.empty();
    } catch (EmbeddedException e) {
      return Optional.of(Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
    } catch (RuntimeException e) {
      // Whatever it is, a machine without memory for one: the part is down, which must be told.
      return Optional.of(part.name() + " cannot be started again: " + e);
    }
  }

  private boolean isOneTooMany(Instant death) {
    boolean early = startedAgain.filter(start -> death.isBefore(start.plus(BACK))).isPresent();
    earlyDeaths = early ? earlyDeaths + 1 : 0;
    return earlyDeaths >= MOST_EARLY_DEATHS;
  }

  private boolean isClosedWithin(Duration time) throws InterruptedException {
    return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  private synchronized void serves(boolean now) {
    serves = now;
    notifyAll();
  }

  /** Waits while the part is known to be down; if it was given up, for ever. */
  public synchronized void awaitServing() throws InterruptedException {
    while (!serves) {
      wait();
    }
  }

  /** The end that comes next is meant; a start that goes on is broken off. */
  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
  }
}
