package io.paperwire.standalone.cli;

import io.paperwire.standalone.system.PaperwireSystem;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

  /** Where everything is. */
  void addresses(PaperwireSystem system) {
    block(
        List.of(
            "web page         " + system.webUrl(),
            "mailbox          "
                + system.backends().mailbox().pageUrl()
                + system
                    .settings()
                    .mailServer()
                    .map(server -> " (not in use: mails go to " + server + ")")
                    .orElse(""),
            "papers go in at  " + system.ingestUrl() + "/api/papers",
            "            and  " + system.settings().inbox(),
            "Kafka            " + system.backends().broker().bootstrapServers(),
            "schema registry  " + system.backends().registry().url(),
            "logs             " + system.settings().logs()));
  }
}
