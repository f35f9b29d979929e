package io.paperwire.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.embedded.EmbeddedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LoopbackPortTest {

  @Test
  void shouldGiveEachPortOnce() {
    assertThat(IntStream.range(0, 200).map(i -> LoopbackPort.free()).boxed().toList())
        .doesNotHaveDuplicates()
        .allMatch(port -> port >= 20_000 && port < 32_000);
  }

  @Test
  void shouldSayWhichPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThat(LoopbackPort.answers(port)).isTrue();
      assertThatThrownBy(() -> LoopbackPort.requireFree(port, "the web page"))
          .isInstanceOfSatisfying(
              EmbeddedException.class,
              e -> assertThat(e.reason()).isEqualTo(EmbeddedException.Reason.PORT_TAKEN))
          .hasMessage("port " + port + ", meant for the web page, is taken by another program");
    }
  }
}
