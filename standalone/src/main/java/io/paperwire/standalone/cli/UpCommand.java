package io.paperwire.standalone.cli;

import io.paperwire.embedded.mailbox.MailboxCapacity;
import io.paperwire.standalone.system.Distribution;
import io.paperwire.standalone.system.PaperwireSystem;
import io.paperwire.standalone.system.Secrets;
import io.paperwire.standalone.system.SystemSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole system for real use. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the whole system until Ctrl-C and keeps its data in a folder.",
      "Mails go to the local mailbox, which keeps the newest, unless PAPERWIRE_MAIL_SMTP_HOST names"
          + " a server (port 25 unless PAPERWIRE_MAIL_SMTP_PORT says otherwise).",
      "Every variable that docs/configuration.md lists may be set, except those that join the parts"
          + " on this machine: MICRONAUT_SERVER_PORT, KAFKA_BOOTSTRAP_SERVERS,"
          + " PAPERWIRE_REGISTRY_URL, DATASOURCES_DEFAULT_URL, DATASOURCES_DEFAULT_USERNAME,"
          + " DATASOURCES_DEFAULT_PASSWORD and PAPERWIRE_STREAMS_STATE_DIRECTORY, logins to a broker"
          + " (KAFKA_SECURITY_..., KAFKA_SASL_..., KAFKA_SSL_...), and those that need another value"
          + " for each service: ENDPOINTS_ALL_PORT and PAPERWIRE_STREAMS_APPLICATION_ID."
          + " The API key for submitting papers stands in the file 'secrets' of the folder, second"
          + " line, unless PAPERWIRE_INGEST_API_KEYS is set.",
      "What dies is started again; if that does not help, everything stops with exit code 1."
    })
final class UpCommand implements Callable<Integer> {

  private static final int PARTITIONS = 6;
  private static final String API_KEYS = "PAPERWIRE_INGEST_API_KEYS";
  private static final String CONTACT = "PAPERWIRE_INGEST_UPSTREAM_CONTACT";
  private static final String HUGGING_FACE = "PAPERWIRE_INGEST_HUGGING_FACE_ENABLED";

  private final RunningSystem.Launch<?> launch;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private SystemOptions options;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "Folder of all data and logs (default ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--arxiv",
      paramLabel = "CATEGORY",
      split = ",",
      description = "Categories of arXiv whose feeds to read, for example cs.CL,cs.IR,stat.ML.")
  private List<String> categories = List.of();

  @Option(
      names = "--hugging-face",
      description =
          "Reads Hugging Face's daily papers and the votes that they get; without votes nothing"
              + " trends.")
  private boolean huggingFace;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Where sources can reach you about the requests; needed with --arxiv and --hugging-face,"
              + " unless "
              + CONTACT
              + " is set.")
  private Optional<String> contact = Optional.empty();

  /** The command of people. */
  UpCommand() {
    this((settings, news) -> PaperwireSystem.start(Distribution.running(), settings, news));
  }

  /** One that runs another system. */
  UpCommand(RunningSystem.Launch<?> launch) {
    this.launch = launch;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!categories.isEmpty() && !hasContact()) {
      throw new CommandFailure("--arxiv needs --contact: arXiv asks for an address of yours");
    }
    if (huggingFace && !hasContact()) {
      throw new CommandFailure(
          "--hugging-face needs --contact: Hugging Face is told an address of yours");
    }
    Screen screen = new Screen(spec.commandLine().getOut());
    Path folder = data.toAbsolutePath();
    SystemSettings settings =
        new SystemSettings(
            folder,
            options.ports(),
            PARTITIONS,
            Secrets.in(folder),
            MailboxCapacity.NEWEST,
            environment());
    try (RunningSystem<?> running =
        RunningSystem.start(launch, settings, RunningSystem.Data.KEPT, screen)) {
      screen.step("ready");
      screen.addresses(running.system(), Optional.of(apiKey(settings)));
      if (!hasVotes(running.system().settings().environment())) {
        screen.step(
            "no source of votes is on, so nothing will trend: see --hugging-face in"
                + " './paperwire up -h'");
      }
      screen.step("Ctrl-C stops everything; the data stays");
      throw running.awaitLoss();
    }
  }

  private boolean hasContact() {
    return contact.isPresent() || !System.getenv().getOrDefault(CONTACT, "").isBlank();
  }

  /** Where the key stands that programs submit papers with. */
  private static String apiKey(SystemSettings settings) {
    return settings.environment().containsKey(API_KEYS)
        ? "a key of " + API_KEYS
        : "the key that is the second line of " + Secrets.file(settings.folder());
  }

  /** Whether the services read a source that tells of attention. */
  private static boolean hasVotes(Map<String, String> environment) {
    return Boolean.parseBoolean(environment.get(HUGGING_FACE))
        || Boolean.parseBoolean(environment.get("PAPERWIRE_INGEST_SEMANTIC_SCHOLAR_ENABLED"));
  }

  /** What this process was told about the services; its options go before its environment. */
  private Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    if (!categories.isEmpty()) {
      variables.put("PAPERWIRE_INGEST_ARXIV_FEED_ENABLED", "true");
      variables.put("PAPERWIRE_INGEST_ARXIV_FEED_CATEGORIES", String.join(",", categories));
    }
    if (huggingFace) {
      variables.put(HUGGING_FACE, "true");
    }
    contact.ifPresent(address -> variables.put(CONTACT, address));
    return variables;
  }
}
