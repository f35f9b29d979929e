package io.paperwire.standalone.system;

import io.paperwire.embedded.mailbox.MailboxCapacity;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a standalone system runs.
 *
 * @param folder takes all data and logs
 * @param ports where everything listens
 * @param partitions partitions of each topic
 * @param secrets what signs links and lets papers be submitted
 * @param mailbox how much the mailbox keeps
 * @param environment further settings of the services, as environment variables; they win
 */
public record SystemSettings(
    Path folder,
    SystemPorts ports,
    int partitions,
    Secrets secrets,
    MailboxCapacity mailbox,
    Map<String, String> environment) {

  public SystemSettings {
    environment = Map.copyOf(environment);
  }

  /** The folder whose files ingest publishes. */
  public Path inbox() {
    return folder.resolve("inbox");
  }

  /** The folder of the logs of services. */
  public Path logs() {
    return folder.resolve("logs");
  }
}
