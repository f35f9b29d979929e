package io.paperwire.notify.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlFailureTest {

  @ParameterizedTest
  @CsvSource({
    "08006, OUTAGE", // connection failure
    "25006, OUTAGE", // a standby only reads
    "40001, OUTAGE", // serialization failure
    "40P01, OUTAGE", // deadlock
    "53300, OUTAGE", // too many connections
    "57P01, OUTAGE", // admin shutdown
    "57014, TOO_LONG", // statement timeout
    "58030, OUTAGE", // I/O error
    "22021, DATA", // a character that the encoding does not have
    "23505, DATA", // unique violation
    "54000, DATA", // too large for an index
    "42P01, STATEMENT", // no such table
    "42501, STATEMENT", // not allowed
  })
  void shouldTellByTheClassOfTheState(String state, SqlFailure expected) {
    Exception failure = new IllegalStateException(new SQLException("no", state));

    assertThat(SqlFailure.of(failure)).isEqualTo(expected);
  }

  @Test
  void shouldTakeAPoolWithoutConnectionsForAnOutage() {
    assertThat(SqlFailure.of(new SQLTransientConnectionException("timed out")))
        .isEqualTo(SqlFailure.OUTAGE);
  }

  @Test
  void shouldNotTakeWhatIsNoFailureOfTheDatabaseForAnOutage() {
    assertThat(SqlFailure.of(new IllegalStateException("a mistake")))
        .isEqualTo(SqlFailure.STATEMENT);
    assertThat(SqlFailure.of(new SQLException("no state"))).isEqualTo(SqlFailure.STATEMENT);
  }
}
