package io.paperwire.bench;

import io.paperwire.interest.Expression;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Changes interests at a steady pace on a thread of its own: two interests exchange what they ask
 * for, and then exchange it back, so that at the end each asks for what it did.
 */
final class Changes implements AutoCloseable {

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);
  private static final int MOST_TIMES = 1 << 20;

  private final PaperwireEngine engine;
  private final List<Expression> interests;
  private final int perSecond;
  private final Random random;
  private final int[] numbers;
  private final long[] times = new long[MOST_TIMES];
  private final Thread thread;
  private volatile boolean stopped;
  private int count;
  private long nanos;

  /** How it went. */
  static final class Done {

    private final int count;
    private final long nanos;
    private final int[] numbers;
    private final long[] times;

    Done(int count, long nanos, int[] numbers, long[] times) {
      this.count = count;
      this.numbers = numbers;
      this.nanos = nanos;
      this.times = times;
      Arrays.sort(times);
    }

    /** The number of each interest in the index. */
    int[] numbers() {
      return numbers;
    }

    double perSecond() {
      return count / (nanos / 1e9);
    }

    /** What so large a share of the changes took at most, in microseconds. */
    double micros(double share) {
      return times.length == 0 ? 0 : times[(int) (share * (times.length - 1))] / 1e3;
    }
  }

  Changes(PaperwireEngine engine, List<Expression> interests, BenchSettings settings) {
    this.engine = engine;
    this.interests = interests;
    this.perSecond = settings.changesPerSecond();
    this.random = new Random(settings.seed());
    this.numbers = IntStream.range(0, interests.size()).toArray();
    this.thread = Thread.ofPlatform().name("changes").start(this::run);
  }

  /** Ends it. */
  Done stop() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", interrupted);
    }
    return new Done(count, nanos, numbers, Arrays.copyOf(times, Math.min(count, MOST_TIMES)));
  }

  @Override
  public void close() {
    stopped = true;
  }

  private void run() {
    long start = System.nanoTime();
    while (!stopped) {
      long due = (System.nanoTime() - start) * perSecond / TimeUnit.SECONDS.toNanos(1);
      while (count < due && !stopped) {
        exchange();
      }
      LockSupport.parkNanos(TICK);
    }
    nanos = System.nanoTime() - start;
  }

  private void exchange() {
    int one = random.nextInt(interests.size());
    int other = random.nextInt(interests.size());
    change(one, interests.get(other));
    change(other, interests.get(one));
    change(one, interests.get(one));
    change(other, interests.get(other));
  }

  private void change(int interest, Expression expression) {
    long begin = System.nanoTime();
    numbers[interest] = engine.change(numbers[interest], expression);
    times[count % MOST_TIMES] = System.nanoTime() - begin;
    count++;
  }
}
