package io.paperwire.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mailbox;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SharedBackendsTest {

  private final List<Set<Backend>> starts = new ArrayList<>();
  private final List<Integer> closed = new ArrayList<>();
  private final SharedBackends shared =
      new SharedBackends(
          wanted -> {
            starts.add(wanted);
            return new NumberedBackends(starts.size());
          });

  @Test
  void shouldStartEachBackendOnce() {
    Backends first = shared.ask(EnumSet.of(Backend.KAFKA));
    Backends second = shared.ask(EnumSet.of(Backend.KAFKA, Backend.REGISTRY));
    Backends third = shared.ask(EnumSet.of(Backend.REGISTRY));

    assertThat(starts).containsExactly(Set.of(Backend.KAFKA), Set.of(Backend.REGISTRY));
    assertThat(first.bootstrapServers()).isEqualTo("broker-1");
    assertThat(second.bootstrapServers()).isEqualTo("broker-1");
    assertThat(second.registryUrl()).isEqualTo("registry-2");
    assertThat(third.registryUrl()).isEqualTo("registry-2");
  }

  @Test
  void shouldShowATestClassOnlyWhatItAsksFor() {
    shared.ask(EnumSet.of(Backend.KAFKA, Backend.REGISTRY));
    Backends asked = shared.ask(EnumSet.of(Backend.REGISTRY));

    assertThatThrownBy(asked::bootstrapServers)
        .hasMessage("the test class does not ask for KAFKA: name it in its @UseBackends");
  }

  @Test
  void shouldStopWhatItStartedOnce() {
    shared.ask(EnumSet.of(Backend.KAFKA, Backend.REGISTRY));
    shared.ask(EnumSet.of(Backend.POSTGRES));

    shared.close();

    assertThat(closed).containsExactlyInAnyOrder(1, 2);
  }

  /** Backends that tell in which start they were started. */
  private final class NumberedBackends implements RunningBackends {

    private final int number;

    NumberedBackends(int number) {
      this.number = number;
    }

    @Override
    public String bootstrapServers() {
      return "broker-" + number;
    }

    @Override
    public void killBroker() {
      throw notAsked();
    }

    @Override
    public void restartBroker() {
      throw notAsked();
    }

    @Override
    public String registryUrl() {
      return "registry-" + number;
    }

    @Override
    public String jdbcUrl(String database) {
      return "database-" + number;
    }

    @Override
    public String databaseUser() {
      return "user-" + number;
    }

    @Override
    public String databasePassword() {
      return "password-" + number;
    }

    @Override
    public Mailbox mailbox() {
      throw notAsked();
    }

    @Override
    public void close() {
      closed.add(number);
    }

    private static AssertionError notAsked() {
      return new AssertionError("who shares backends neither kills them nor reads their mail");
    }
  }
}
