package io.paperwire.notify.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens with connections that are of no more use. */
final class SmtpConnectionsTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
  private final SmtpConnections connections = connections(2525);

  /** Whether the lock was held at each closing. */
  private final List<Boolean> closings = new ArrayList<>();

  @Test
  void shouldNotMakeOthersWaitWhileItClosesThoseThatRestedForLong() {
    for (int count = 0; count < 8; count++) {
      connections.keep(new Watched());
    }
    now.set(now.get().plusSeconds(31));

    assertThat(connections.kept()).isEmpty();
    assertThat(closings).hasSize(8).containsOnly(false);
  }

  @Test
  void shouldNotMakeOthersWaitWhileItClosesOneThatIsWornOut() {
    KeptTransport worn = new Watched();
    for (int mail = 0; mail < 100; mail++) {
      worn.begin();
    }
    connections.keep(worn);

    assertThat(closings).containsExactly(false);
    assertThat(connections.kept()).isEmpty();
  }

  @Test
  void shouldNotMakeOthersWaitWhileItClosesAllAtTheEnd() {
    connections.keep(new Watched());
    connections.close();

    assertThat(closings).containsExactly(false);
  }

  /** To wait would take the twenty seconds of the timeout. */
  @Test
  @Timeout(15)
  void shouldNotWaitForTheFarewellOfAServerThatIsSilent() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
      server.answer("QUIT", ScriptedSmtpServer.SILENCE);
      SmtpConnections real = connections(server.port());
      KeptTransport transport = real.fresh();

      real.close(transport);

      assertThat(transport.isConnected()).isFalse();
    }
  }

  /** The first byte of a TLS handshake is 22 (RFC 8446, section 5.1); without it, greetings. */
  @Test
  void shouldBeginWithTlsWhereItIsImplicit() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first =
          executor.submit(
              () -> {
                try (Socket client = listener.accept()) {
                  return client.getInputStream().read();
                }
              });

      assertThatThrownBy(connections(listener.getLocalPort(), Optional.of(true))::fresh)
          .isInstanceOf(NoConnection.class);
      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(22);
    }
  }

  private SmtpConnections connections(int port) {
    return connections(port, Optional.empty());
  }

  private SmtpConnections connections(int port, Optional<Boolean> implicitTls) {
    return new SmtpConnections(
        new SmtpSettings(
            "localhost",
            port,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            implicitTls,
            Optional.empty(),
            Duration.ofSeconds(20),
            Duration.ofMinutes(5)),
        Optional.empty(),
        (InstantSource) now::get);
  }

  private final class Watched extends KeptTransport {

    Watched() {
      super(Session.getInstance(new Properties()), Duration.ZERO);
    }

    @Override
    public void close() {
      closings.add(Thread.holdsLock(connections));
    }
  }
}
