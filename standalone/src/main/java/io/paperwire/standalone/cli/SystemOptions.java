package io.paperwire.standalone.cli;

import io.paperwire.embedded.BackendPorts;
import io.paperwire.standalone.system.SystemPorts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that run the system. */
final class SystemOptions {

  private static final int HIGHEST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

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

  /**
   * Where everything listens.
   *
   * @throws ParameterException if an option names no port, or two name the same
   */
  SystemPorts ports() {
    requirePorts();
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

  private void requirePorts() {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("--web-port", web);
    named.put("--mailbox-port", mailbox);
    named.put("--kafka-port", kafka);
    named.put("--registry-port", registry);
    named.put("--ingest-port", ingest);
    enrich.ifPresent(port -> named.put("--enrich-port", port));
    Map<Integer, String> seen = new HashMap<>();
    named.forEach(
        (option, port) -> {
          if (port < 1 || port > HIGHEST_PORT) {
            throw wrong(option + " is a number from 1 to " + HIGHEST_PORT + ", not " + port);
          }
          Optional.ofNullable(seen.put(port, option))
              .ifPresent(
                  other -> {
                    throw wrong(
                        other + " and " + option + " are both " + port + ": choose another");
                  });
        });
  }

  private ParameterException wrong(String what) {
    return new ParameterException(command.commandLine(), what);
  }
}
