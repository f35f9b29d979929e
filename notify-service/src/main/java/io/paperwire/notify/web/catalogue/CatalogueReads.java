package io.paperwire.notify.web.catalogue;

import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.client.Overload;
import io.paperwire.notify.web.client.SearchSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * How the catalogue is read. Anybody may ask, so that no statement may take for ever, and so that
 * few walks through many papers may run at once: each holds one of the connections that all pages
 * and all subscribers need.
 */
@Singleton
@WebRole
class CatalogueReads {

  /** So long a walk waits until another has ended. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Jdbi database;
  private final int seconds;
  private final Semaphore places;

  CatalogueReads(Jdbi database, SearchSettings settings) {
    this.database = database;
    this.seconds = Math.toIntExact(settings.timeout().toSeconds());
    this.places = new Semaphore(settings.concurrency(), true);
  }

  /** Reads a few rows. */
  <T> T reading(Function<Handle, T> read) {
    return database.withHandle(handle -> read.apply(bounded(handle)));
  }

  /** Looks at many rows, one after the other. */
  interface Walk<T> {

    /**
     * Looks until it has seen enough, or its time is over.
     *
     * @param handle in a transaction
     */
    T through(Handle handle, BooleanSupplier timeIsOver);
  }

  /**
   * Walks through many rows, in a transaction. They are fetched in parts, each of which is given
   * the time of a statement, as the walk is as a whole.
   *
   * @throws Overload if others do, and none of them ends soon
   */
  <T> T walking(Walk<T> walk) {
    if (!hasPlace()) {
      throw Overload.ofAll(PATIENCE);
    }
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      return database.inTransaction(
          handle -> {
            // The driver's own limit is for the first part only.
            handle.execute("set local statement_timeout = '" + seconds + "s'");
            return walk.through(bounded(handle), () -> System.nanoTime() - end > 0);
          });
    } finally {
      places.release();
    }
  }

  private boolean hasPlace() {
    try {
      return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Handle bounded(Handle handle) {
    handle.getConfig(SqlStatements.class).setQueryTimeout(seconds);
    return handle;
  }
}
