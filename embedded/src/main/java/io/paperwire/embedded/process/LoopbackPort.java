package io.paperwire.embedded.process;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
public final class LoopbackPort {

  /**
   * Free ports are taken from below the range from which systems serve outgoing connections.
   * Otherwise, while a killed server is down, a client that tries to reach it again may be given
   * that very port, connect to itself, and keep the server from coming back.
   */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 1_000;
  private static final int CONNECT_MILLIS = 500;

  /** Ports that this process has given away, so that none is given twice before it is bound. */
  private static final Set<Integer> GIVEN = new HashSet<>();

  private LoopbackPort() {}

  /** A port that is free now, and that no earlier call has returned. */
  public static synchronized int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (!GIVEN.contains(port) && isFree(port)) {
        GIVEN.add(port);
        return port;
      }
    }
    throw new EmbeddedException(
        Reason.PORT_TAKEN,
        "no free port found on the loopback interface between " + LOWEST + " and " + HIGHEST);
  }

  /**
   * Makes sure that nobody listens on a port.
   *
   * @param purpose what it is for, as people call it
   * @throws EmbeddedException if the port is taken, or may not be used
   */
  public static void requireFree(int port, String purpose) {
    try {
      bind(port);
    } catch (IOException e) {
      throw new EmbeddedException(
          Reason.PORT_TAKEN,
          answers(port)
              ? "port " + port + ", meant for " + purpose + ", is taken by another program"
              : "port " + port + ", meant for " + purpose + ", cannot be used: " + e.getMessage(),
          e);
    }
  }

  /** Whether somebody listens on a port. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFree(int port) {
    try {
      bind(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void bind(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
  }
}
