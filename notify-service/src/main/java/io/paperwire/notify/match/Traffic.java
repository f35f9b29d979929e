package io.paperwire.notify.match;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is on its way through an instance. Its tasks share threads, and a thread that matches papers
 * of the past brings nothing new meanwhile, neither to this task nor to another. So the tasks of a
 * thread take turns, and between two of them it looks at what is new.
 */
final class Traffic {

  /** A commit, during which no record passes, takes some tens of milliseconds. */
  private static final Duration QUIET = Duration.ofMillis(30);

  /**
   * Kafka Streams calls all tasks whose time has come, and then looks whether records are there.
   */
  private static final Duration LOOK = Duration.ofMillis(5);

  /** One that waits for its turn asks again and again; others do not wait for one that is gone. */
  private static final Duration GIVEN_UP = Duration.ofSeconds(10);

  private final AtomicLong last = new AtomicLong();
  private final ThreadLocal<Turns> turns = ThreadLocal.withInitial(Turns::new);
  private final Map<String, Long> waiting = new ConcurrentHashMap<>();

  /** A record passes that wants to be seen to at once. */
  void passes(Instant now) {
    last.set(now.toEpochMilli());
  }

  /** Whether none has passed for a while. */
  boolean isQuiet(Instant now) {
    return isQuiet(now, QUIET);
  }

  /** Whether none has passed for so long. */
  boolean isQuiet(Instant now, Duration time) {
    return now.toEpochMilli() - last.get() >= time.toMillis();
  }

  /** So many papers of the past wait in a task to be matched. */
  void waits(String task, long papers) {
    waiting.put(task, papers);
    if (papers == 0) {
      asksNot(task);
    }
  }

  /**
   * Whether a task of the calling thread is the next that may match papers of the past, and may do
   * so now. One that asks and does not get its turn is remembered.
   *
   * @param nanos the time, in nanoseconds since some moment
   */
  boolean isTurnOf(String task, long nanos) {
    return turns.get().isNext(task, nanos);
  }

  /** A task of the calling thread does not want a turn now. */
  void asksNot(String task) {
    turns.get().asking.remove(task);
  }

  /** A task of the calling thread has had its turn. */
  void hadTurn(String task, long nanos) {
    turns.get().end(task, nanos);
  }

  /** A task of the calling thread ends here. */
  void ends(String task) {
    waiting.remove(task);
    asksNot(task);
  }

  /** How many papers of the past wait in the task where most do. */
  long mostWaiting() {
    return waiting.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Of the tasks of one thread. */
  private static final class Turns {

    /** When each has asked last; who has waited longest stands first. */
    private final Map<String, Long> asking = new LinkedHashMap<>();

    private OptionalLong ended = OptionalLong.empty();

    boolean isNext(String task, long nanos) {
      asking.put(task, nanos);
      asking.values().removeIf(asked -> nanos - asked > GIVEN_UP.toNanos());
      boolean looked = ended.isEmpty() || nanos - ended.getAsLong() >= LOOK.toNanos();
      return looked && asking.keySet().iterator().next().equals(task);
    }

    void end(String task, long nanos) {
      asking.remove(task);
      ended = OptionalLong.of(nanos);
    }
  }
}
