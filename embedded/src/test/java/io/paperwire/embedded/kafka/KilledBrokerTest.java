package io.paperwire.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledBrokerTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path logs;

  @Test
  void shouldSeeWhatABrokerLeftThatWasKilled() throws IOException {
    Files.createDirectory(logs.resolve("__transaction_state-2"));

    assertThat(KilledBroker.left(logs)).isTrue();
  }

  @Test
  void shouldSeeNothingOfABrokerThatWasStopped() throws IOException {
    Files.createDirectory(logs.resolve("__transaction_state-2"));
    Files.createFile(logs.resolve(".kafka_cleanshutdown"));

    assertThat(KilledBroker.left(logs)).isFalse();
  }

  @Test
  void shouldSeeNothingWhereThereWasNoTransaction() throws IOException {
    Files.createDirectory(logs.resolve("paper-events-0"));

    assertThat(KilledBroker.left(logs)).isFalse();
  }
}
