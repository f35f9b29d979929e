package io.paperwire.standalone.system;

import io.paperwire.embedded.mailbox.MailboxCapacity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a standalone system runs.
 *
 * @param folder takes all data and logs
 * @param ports where everything listens
 * @param partitions partitions of each topic
 * @param secrets what signs links and lets papers be submitted
 * @param mailbox how much the mailbox keeps
 * @param environment further settings of the services, as environment variables; they win, except
 *     over what joins the parts on this machine. A blank one counts as not set
 */
public record SystemSettings(
    Path folder,
    SystemPorts ports,
    int partitions,
    Secrets secrets,
    MailboxCapacity mailbox,
    Map<String, String> environment) {

  static final String SERVER_HOST = "MICRONAUT_SERVER_HOST";
  static final String INBOX = "PAPERWIRE_INGEST_FILES_FOLDER";
  static final String SMTP_HOST = "PAPERWIRE_MAIL_SMTP_HOST";

  /** Addresses that stand for all of a machine; from the machine itself, its loopback is one. */
  private static final Set<String> ALL_INTERFACES = Set.of("0.0.0.0", "::", "[::]");

  public SystemSettings {
    environment =
        environment.entrySet().stream()
            .filter(variable -> !variable.getValue().isBlank())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The folder whose files ingest publishes. */
  public Path inbox() {
    return Optional.ofNullable(environment.get(INBOX))
        .map(Path::of)
        .orElseGet(() -> folder.resolve("inbox"));
  }

  /** Where the services answer those who ask from this machine, as it stands in a URL. */
  public String host() {
    return Optional.ofNullable(environment.get(SERVER_HOST))
        .filter(host -> !ALL_INTERFACES.contains(host))
        .map(host -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host)
        .orElse("127.0.0.1");
  }

  /** The mail server that mails go to; nothing if they stay in the mailbox. */
  public Optional<String> mailServer() {
    return Optional.ofNullable(environment.get(SMTP_HOST));
  }

  /** The folder of the logs of services. */
  public Path logs() {
    return folder.resolve("logs");
  }
}
