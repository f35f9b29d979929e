package io.paperwire.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartNewsTest {

  private static final List<String> CRASHED =
      List.of(
          "2026-06-12 08:00:01.000 UTC [70] LOG:  database system was interrupted; last known up at"
              + " 2026-06-12 07:58:00 UTC",
          "2026-06-12 08:00:01.100 UTC [70] LOG:  database system was not properly shut down;"
              + " automatic recovery in progress",
          "2026-06-12 08:00:01.101 UTC [70] LOG:  redo starts at 0/1A2B3C");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  @Test
  void shouldSayThatAServerIsInRecoveryAndHowFar() {
    assertThat(StartNews.line(CRASHED, Duration.ofSeconds(9)))
        .isEqualTo(
            "PostgreSQL was not shut down and has been in recovery for 9 s; it serves when it has"
                + " read its log again");
    List<String> later =
        List.of(
            CRASHED.get(1),
            "LOG:  redo in progress, elapsed time: 10.00 s, current LSN: 0/9A2B3C",
            "LOG:  redo in progress, elapsed time: 20.00 s, current LSN: 0/AA2B3C",
            "FATAL:  the database system is not yet accepting connections");
    assertThat(StartNews.line(later, Duration.ofSeconds(25)))
        .isEqualTo(
            "PostgreSQL was not shut down and has been in recovery for 25 s: redo in progress,"
                + " elapsed time: 20.00 s, current LSN: 0/AA2B3C; it serves when it has read its"
                + " log again");
  }

  @Test
  void shouldNotSpeakOfARecoveryWhereThereIsNone() {
    assertThat(StartNews.line(List.of("LOG:  starting PostgreSQL 18.1"), Duration.ofSeconds(20)))
        .isEqualTo("PostgreSQL has been starting for 20 s");
  }

  @Test
  void shouldTellAgainAndAgainOfTheStartThatRunsNow() throws Exception {
    Path log = Files.write(folder.resolve("postgres.out"), CRASHED);
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    try (StartNews _ = StartNews.begin(log, Duration.ofMillis(10), told::add)) {
      assertThat(told.poll(20, TimeUnit.SECONDS)).startsWith("PostgreSQL has been starting for");
      assertThat(told.poll(20, TimeUnit.SECONDS)).isNotNull();
    }
  }
}
