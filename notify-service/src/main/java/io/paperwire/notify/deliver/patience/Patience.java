package io.paperwire.notify.deliver.patience;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again what a neighbour that is out of order kept from being done. */
public final class Patience {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final String neighbour;
  private final Predicate<Throwable> isOutage;
  private final Pause pause;
  private final AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.empty());

  /**
   * Patience with one neighbour.
   *
   * @param neighbour its name for people
   * @param isOutage whether a failure is the neighbour's, rather than ours or the data's
   * @param pause how to wait between attempts
   */
  public Patience(String neighbour, Predicate<Throwable> isOutage, Pause pause) {
    this.neighbour = neighbour;
    this.isOutage = isOutage;
    this.pause = pause;
  }

  /**
   * Makes attempts until one succeeds, or fails for a reason of its own.
   *
   * @throws Stopped if the service stops meanwhile
   */
  public <T> T await(Supplier<T> attempt) {
    Duration wait = FIRST;
    while (true) {
      try {
        T result = attempt.get();
        if (problem.getAndSet(Optional.empty()).isPresent()) {
          LOG.info("{} is back", neighbour);
        }
        return result;
      } catch (RuntimeException failure) {
        if (!isOutage.test(failure)) {
          // It answered, if nothing good.
          problem.set(Optional.empty());
          throw failure;
        }
        if (problem.getAndSet(Optional.of(String.valueOf(failure.getMessage()))).isEmpty()) {
          LOG.warn("{} is out of order; trying until it is back", neighbour, failure);
        }
      }
      pause.rest(wait);
      wait = wait.compareTo(LONGEST.dividedBy(2)) < 0 ? wait.multipliedBy(2) : LONGEST;
    }
  }

  /** What the neighbour's last failure was, while it lasts. */
  public Optional<String> problem() {
    return problem.get();
  }
}
