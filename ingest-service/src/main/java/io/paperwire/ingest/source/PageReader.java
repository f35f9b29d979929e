package io.paperwire.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Reads a source page by page. Belongs to one thread. */
public interface PageReader extends Closeable {

  /**
   * The next page. Asking for it tells that the page before has been committed.
   *
   * @param atMost how long to wait for one; whoever asks an upstream may take longer, until it has
   *     its turn and the answer (see {@link PunctualReader})
   * @return empty if there was none in that time
   * @throws IOException if reading fails in a way that the source does not deal with itself
   */
  Optional<Page> next(Duration atMost) throws IOException, InterruptedException;

  /** True if there is nothing more to come, ever; only the past ends. */
  default boolean isAtEnd() {
    return false;
  }
}
