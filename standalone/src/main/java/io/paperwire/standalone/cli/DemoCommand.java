package io.paperwire.standalone.cli;

import io.paperwire.embedded.mailbox.MailboxCapacity;
import io.paperwire.standalone.demo.Demo;
import io.paperwire.standalone.demo.FedPapers;
import io.paperwire.standalone.demo.Sample;
import io.paperwire.standalone.demo.Upvotes;
import io.paperwire.standalone.system.Distribution;
import io.paperwire.standalone.system.PaperwireSystem;
import io.paperwire.standalone.system.Secrets;
import io.paperwire.standalone.system.SystemPorts;
import io.paperwire.standalone.system.SystemSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole system at work. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the whole system at work on real papers.",
      "Starts Kafka, a schema registry, PostgreSQL, a mailbox and the three services on this"
          + " machine, signs up subscribers, publishes papers, and checks that each subscriber got"
          + " exactly the papers that match. Keeps running for a look around until Ctrl-C; keeps no"
          + " data."
    })
final class DemoCommand implements Callable<Integer> {

  private static final int PARTITIONS = 3;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private SystemOptions options;

  @Option(
      names = "--papers",
      paramLabel = "FILE",
      description =
          "Papers to publish: JSON Lines, or a listing in which title and abstract lines alternate."
              + " Default: the bundled sample.")
  private Optional<Path> papers = Optional.empty();

  @Option(
      names = "--kill",
      description =
          "Kill the broker, and then it and all three services at once (SIGKILL), while papers are"
              + " fed, to see that nothing is lost and nothing comes twice.")
  private boolean kill;

  @Option(names = "--exit", description = "Stop at the end; exit code 0 only if all counts agree.")
  private boolean exit;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Screen screen = new Screen(spec.commandLine().getOut());
    Optional<FedPapers> own = papers.map(DemoCommand::read);
    SystemPorts ports = options.ports();
    Path folder = Files.createTempDirectory("paperwire-demo-");
    SystemSettings settings =
        new SystemSettings(
            folder, ports, PARTITIONS, Secrets.random(), MailboxCapacity.ALL, environment());
    try (RunningSystem<PaperwireSystem> running =
        RunningSystem.start(this::start, settings, RunningSystem.Data.TEMPORARY, screen)) {
      screen.step("ready");
      screen.addresses(running.system(), Optional.empty());
      run(running, own, screen);
      if (!exit) {
        screen.step("Ctrl-C stops everything");
        throw running.awaitLoss();
      }
      return 0;
    }
  }

  private PaperwireSystem start(SystemSettings settings, Consumer<String> news)
      throws InterruptedException {
    Distribution distribution = Distribution.running();
    return PaperwireSystem.start(exit ? distribution.once() : distribution, settings, news);
  }

  /** Whatever goes wrong, the logs stay and are named. */
  private void run(RunningSystem<PaperwireSystem> running, Optional<FedPapers> own, Screen screen) {
    Path folder = running.system().settings().folder();
    try {
      FedPapers fed = own.isPresent() ? own.get() : FedPapers.of(Sample.papersIn(folder));
      Optional<Upvotes> upvotes =
          own.isPresent() ? Optional.empty() : Optional.of(Sample.upvotes());
      screen.block(new Demo(running.system(), screen::step).run(fed, upvotes, kill));
      screen.step("every subscriber got exactly the papers that match, once");
    } catch (RuntimeException | IOException e) {
      if (!running.keepFolder()) {
        throw new CommandFailure("stopped before the demo was over", e);
      }
      throw new CommandFailure(
          "the demo failed: %s. Its logs are kept in %s"
              .formatted(OneLineErrors.reason(e), running.system().settings().logs()),
          e);
    }
  }

  /** Reads a file before anything is started. */
  private static FedPapers read(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new CommandFailure("cannot read " + file);
    }
    FedPapers fed = FedPapers.of(file);
    if (fed.ids().isEmpty()) {
      throw new CommandFailure(
          "there is no paper in "
              + file
              + ": give JSON Lines with id and title, or a listing in which a line of title and a"
              + " line of abstract alternate"
              + fed.faults().stream().findFirst().map(fault -> "; " + fault).orElse(""));
    }
    return fed;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    // The next digest of a daily reader comes tomorrow.
    environment.put("PAPERWIRE_MATCH_DIGEST_ITEMS", "1000");
    environment.put("PAPERWIRE_WEB_SIGN_UP_CLIENT_LIMIT", "0");
    environment.put("PAPERWIRE_WEB_SIGN_UP_ADDRESS_PAUSE", "0s");
    if (kill) {
      // In so many transactions that some are done and others are not when parts die.
      environment.put("PAPERWIRE_INGEST_FILES_PAGE_LINES", "2");
    }
    return environment;
  }
}
