package io.paperwire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast the same work went on some threads that began together.
 *
 * @param threads how many
 * @param nanos from the beginning to the end of the last
 * @param results the sum of what the work returned
 */
record Pace(int threads, long nanos, long results) {

  /** Work that returns a count. */
  interface Work {
    long run() throws IOException;
  }

  static Pace of(int threads, Work work) {
    CountDownLatch begin = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            executor.submit(
                () -> {
                  begin.await();
                  return work.run();
                }));
      }
      long start = System.nanoTime();
      begin.countDown();
      long results = 0;
      for (Future<Long> thread : running) {
        results += thread.get();
      }
      return new Pace(threads, System.nanoTime() - start, results);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", interrupted);
    } catch (ExecutionException failure) {
      throw new UncheckedIOException(new IOException(failure.getCause()));
    }
  }

  /** Pieces of work a second, if each thread did so many. */
  double perSecond(int each) {
    return (double) threads * each / nanos * 1e9;
  }

  /** Results a piece of work. */
  double mean(int each) {
    return (double) results / threads / each;
  }
}
