package io.paperwire.notify.deliver;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/** Tells a database that is out of order from data that it will never take. */
final class DatabaseOutage {

  /** SQLSTATE classes that blame the data: data exception, integrity constraint violation. */
  private static final String DATA = "22";

  private static final String CONSTRAINT = "23";

  private DatabaseOutage() {}

  /** Whether an attempt may succeed when it is made again. */
  static boolean caused(Throwable failure) {
    return failure instanceof JdbiException && causes(failure).noneMatch(DatabaseOutage::isData);
  }

  private static boolean isData(Throwable cause) {
    return cause instanceof SQLException sql
        && sql.getSQLState() != null
        && (sql.getSQLState().startsWith(DATA) || sql.getSQLState().startsWith(CONSTRAINT));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
