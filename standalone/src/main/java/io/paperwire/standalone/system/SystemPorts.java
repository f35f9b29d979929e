package io.paperwire.standalone.system;

import io.paperwire.embedded.BackendPorts;
import io.paperwire.embedded.process.LoopbackPort;

/**
 * The loopback ports of a standalone system.
 *
 * @param web web page and API of notify-service
 * @param ingest API and health of ingest-service
 * @param enrich health and metrics of enrich-service
 * @param backends those of the backends
 */
public record SystemPorts(int web, int ingest, int enrich, BackendPorts backends) {

  /** Ports that are free now. */
  public static SystemPorts free() {
    return new SystemPorts(
        LoopbackPort.free(), LoopbackPort.free(), LoopbackPort.free(), BackendPorts.free());
  }

  /** The port of a service's HTTP server. */
  int of(Service service) {
    return switch (service) {
      case INGEST -> ingest;
      case ENRICH -> enrich;
      case NOTIFY -> web;
    };
  }
}
