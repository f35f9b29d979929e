package io.paperwire.standalone.cli;

import io.paperwire.standalone.system.StandaloneSystem;
import io.paperwire.standalone.system.SystemAddresses;
import io.paperwire.standalone.system.SystemSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the commands that run the system show. */
final class Screen {

  private final PrintWriter out;
  private final Instant start = Instant.now();

  Screen(PrintWriter out) {
    this.out = out;
  }

  /** One step of progress, with the seconds since the start. */
  void step(String text) {
    out.printf("%6.1f s  %s%n", Duration.between(start, Instant.now()).toMillis() / 1000.0, text);
    out.flush();
  }

  /** Some lines, set off by blank ones. */
  void block(List<String> lines) {
    out.println();
    lines.forEach(line -> out.println("  " + line));
    out.println();
    out.flush();
  }

  /**
   * Where everything is.
   *
   * @param key what a program that submits papers over HTTP needs, if there is such a key
   */
  void addresses(StandaloneSystem system, Optional<String> key) {
    SystemAddresses addresses = system.addresses();
    SystemSettings settings = system.settings();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "web page         " + addresses.web(),
            "mailbox          "
                + addresses.mailbox()
                + settings
                    .mailServer()
                    .map(server -> " (not in use: mails go to " + server + ")")
                    .orElse(""),
            "papers go in at  " + settings.inbox()));
    key.ifPresent(
        needed ->
            lines.add("            and  " + addresses.ingest() + "/api/papers, with " + needed));
    lines.addAll(
        List.of(
            "Kafka            " + addresses.bootstrapServers(),
            "schema registry  " + addresses.registry(),
            "logs             " + settings.logs()));
    block(lines);
  }
}
