package io.paperwire.standalone.cli;

import io.paperwire.embedded.BackendPorts;
import io.paperwire.standalone.system.SystemPorts;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the commands that run the system. */
final class SystemOptions {

  @Option(
      names = "--free-ports",
      description = "Listen on ports that are free, instead of those below.")
  private boolean freePorts;

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the web page (default ${DEFAULT-VALUE}).")
  private int web;

  @Option(
      names = "--mailbox-port",
      paramLabel = "PORT",
      defaultValue = "8025",
      description = "Port of the mailbox's page (default ${DEFAULT-VALUE}).")
  private int mailbox;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Port of the Kafka broker (default ${DEFAULT-VALUE}).")
  private int kafka;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      defaultValue = "8085",
      description = "Port of the schema registry (default ${DEFAULT-VALUE}).")
  private int registry;

  @Option(
      names = "--ingest-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Port of ingest-service, which takes papers (default ${DEFAULT-VALUE}).")
  private int ingest;

  @Option(
      names = "--enrich-port",
      paramLabel = "PORT",
      description =
          "Port of enrich-service, whose /health and /prometheus you may watch (default: one that"
              + " is free).")
  private Optional<Integer> enrich = Optional.empty();

  /** Where everything listens. */
  SystemPorts ports() {
    SystemPorts free = SystemPorts.free();
    return freePorts
        ? free
        : new SystemPorts(
            web,
            ingest,
            enrich.orElse(free.enrich()),
            new BackendPorts(
                kafka, registry, free.backends().postgres(), free.backends().smtp(), mailbox));
  }
}
