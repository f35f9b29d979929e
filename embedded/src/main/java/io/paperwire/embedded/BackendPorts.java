package io.paperwire.embedded;

import io.paperwire.embedded.process.LoopbackPort;

/**
 * Loopback ports of the backends.
 *
 * @param broker Kafka's clients
 * @param registry the registry's API
 * @param postgres PostgreSQL
 * @param smtp the mailbox's SMTP
 * @param mailbox the mailbox's page
 */
public record BackendPorts(int broker, int registry, int postgres, int smtp, int mailbox) {

  /** Ports that are free now. */
  public static BackendPorts free() {
    return new BackendPorts(
        LoopbackPort.free(),
        LoopbackPort.free(),
        LoopbackPort.free(),
        LoopbackPort.free(),
        LoopbackPort.free());
  }
}
