package io.paperwire.notify.sql;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose fault it is that the database failed, by the class of its SQLSTATE (ISO/IEC 9075; those of
 * PostgreSQL stand in appendix A of its manual).
 */
public enum SqlFailure {
  /** The database is away, ends, has no room or is a standby: the same may succeed later. */
  OUTAGE,
  /** The statement was cancelled, as it is after the time that it was given. */
  TOO_LONG,
  /** The values: the database will never take them. */
  DATA,
  /** Neither. The statement asks for what is not there or not allowed, or the failure is ours. */
  STATEMENT;

  /** Connection, rollback, resources, operator intervention, system error. */
  private static final Set<String> OUTAGES = Set.of("08", "40", "53", "57", "58");

  /** Data exception, constraint violation, limit exceeded. */
  private static final Set<String> DATA_AT_FAULT = Set.of("22", "23", "54");

  private static final String CANCELLED = "57014";

  /** What a standby says to who writes, until the pool has found the database that took over. */
  private static final String READ_ONLY = "25006";

  private static final int CLASS_LENGTH = 2;

  /** Whose fault a failure is, all its causes considered. What blames the data counts most. */
  public static SqlFailure of(Throwable failure) {
    List<SQLException> causes =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .toList();
    if (causes.stream().anyMatch(cause -> isOf(DATA_AT_FAULT, cause))) {
      return DATA;
    }
    if (causes.stream().anyMatch(cause -> CANCELLED.equals(cause.getSQLState()))) {
      return TOO_LONG;
    }
    return causes.stream()
            .anyMatch(
                cause ->
                    cause instanceof SQLTransientException
                        || READ_ONLY.equals(cause.getSQLState())
                        || isOf(OUTAGES, cause))
        ? OUTAGE
        : STATEMENT;
  }

  private static boolean isOf(Set<String> classes, SQLException cause) {
    return Optional.ofNullable(cause.getSQLState())
        .filter(state -> state.length() > CLASS_LENGTH)
        .filter(state -> classes.contains(state.substring(0, CLASS_LENGTH)))
        .isPresent();
  }
}
