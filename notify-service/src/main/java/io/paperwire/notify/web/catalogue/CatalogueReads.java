package io.paperwire.notify.web.catalogue;

import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.client.Overload;
import io.paperwire.notify.web.client.SearchSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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

  /**
   * Walks through many rows, in a transaction.
   *
   * @throws Overload if others do, and none of them ends soon
   */
  void walking(Consumer<Handle> walk) {
    if (!hasPlace()) {
      throw Overload.ofAll(PATIENCE);
    }
    try {
      database.useTransaction(handle -> walk.accept(bounded(handle)));
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
