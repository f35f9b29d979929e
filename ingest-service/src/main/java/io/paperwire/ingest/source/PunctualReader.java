package io.paperwire.ingest.source;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers within the time that it is given, however long the reader behind it takes: that one waits
 * for its turn and for its upstream on a thread of its own. Who asks is free meanwhile to give
 * signs of life, and asks again for the same page. Belongs to one thread.
 */
public final class PunctualReader implements PageReader {

  private static final Logger LOG = LoggerFactory.getLogger(PunctualReader.class);

  /** How long a reader that is interrupted may take to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PageReader reader;
  private final ExecutorService thread;
  private Optional<Future<Optional<Page>>> asked = Optional.empty();

  /**
   * Takes a reader over, which nobody else may use from now on.
   *
   * @param source name of the source, for the thread
   */
  public PunctualReader(String source, PageReader reader) {
    this.reader = reader;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("source-" + source + "-reader").factory());
  }

  @Override
  public Optional<Page> next(Duration atMost) throws IOException, InterruptedException {
    Future<Optional<Page>> answer =
        asked.isPresent() ? asked.get() : thread.submit(() -> reader.next(atMost));
    asked = Optional.of(answer);
    try {
      Optional<Page> page = answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      asked = Optional.empty();
      return page;
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      asked = Optional.empty();
      throw failure(e);
    }
  }

  private static IOException failure(ExecutionException e) throws InterruptedException {
    switch (e.getCause()) {
      case IOException broken -> {
        return broken;
      }
      case InterruptedException interrupted -> throw interrupted;
      case RuntimeException unforeseen -> throw unforeseen;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException("a reader failed", e);
    }
  }

  @Override
  public boolean isAtEnd() {
    return asked.isEmpty() && reader.isAtEnd();
  }

  @Override
  public void close() throws IOException {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("a reader does not end {} after it was told to", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reader.close();
  }
}
