package io.paperwire.notify.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SmtpHealthTest {

  private final SmtpWorld world = new SmtpWorld();
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() throws IOException {
    blocking.close();
    world.close();
  }

  @Test
  void shouldAskEveryFewSecondsWhetherTheServerIsThere() {
    SmtpHealth health = health();
    assertThat(health.look().getStatus()).isEqualTo(HealthStatus.UP);
    world.server.answer("GREETING", "421 4.3.2 shutting down");
    assertThat(health.look().getStatus()).isEqualTo(HealthStatus.UP);

    world.now.set(world.now.get().plusSeconds(5));
    assertThat(health.look().getStatus()).isEqualTo(HealthStatus.DOWN);
    world.server.recover();
    world.now.set(world.now.get().plusSeconds(5));
    assertThat(health.look().getStatus()).isEqualTo(HealthStatus.UP);
  }

  @Test
  void shouldNotComeWithAWrongPasswordAgainAndAgain() {
    world.server.answer("EHLO", "250-ready\r\n250 AUTH PLAIN");
    world.server.answer("AUTH", "535 5.7.8 authentication failed");
    world.use(Optional.empty(), SmtpWorld.TIMEOUT, Optional.of("papers"));
    SmtpHealth health = health();

    for (int poll = 0; poll < 12; poll++) {
      assertThat(health.look().getStatus()).isEqualTo(HealthStatus.DOWN);
      world.now.set(world.now.get().plusSeconds(10));
    }
    assertThat(world.server.connections()).isEqualTo(1);

    health.look();
    assertThat(world.server.connections()).isEqualTo(2);
  }

  private SmtpHealth health() {
    return new SmtpHealth(world.connections, blocking, (InstantSource) world.now::get);
  }
}
