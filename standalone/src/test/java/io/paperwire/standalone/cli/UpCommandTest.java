package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.standalone.system.StandaloneSystem;
import io.paperwire.standalone.system.SystemAddresses;
import io.paperwire.standalone.system.SystemPorts;
import io.paperwire.standalone.system.SystemSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class UpCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> stopped = new ArrayList<>();

  @Test
  void shouldStopEverythingAndEndWithOneWhenAPartIsLost() {
    int code = run((settings, _) -> new LostSystem(settings));

    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .contains("ready", "web page         http://web", "Ctrl-C stops everything")
        .contains("papers go in at  " + folder.resolve("inbox"))
        .contains("http://ingest/api/papers, with the key that is the second line of " + folder);
    assertThat(err)
        .hasToString(
            "paperwire: notify-service ended with code 3. All logs are in " + folder + "\n");
    assertThat(stopped).containsExactly("system");
    assertThat(folder).isDirectory();
  }

  @Test
  void shouldEndWithOneWhenAPartCannotBeStarted() {
    int code =
        run(
            (_, _) -> {
              throw new EmbeddedException(Reason.PORT_TAKEN, "port 9092 is taken");
            });

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).startsWith("paperwire: port 9092 is taken. ").hasLineCount(1);
  }

  @Test
  void shouldNameTheLogsOfAStartThatFailsInAWayThatNobodyForesaw() {
    int code =
        run(
            (_, _) -> {
              throw new IllegalStateException(
                  "a backend failed to start", new BindException("in use"));
            });

    assertThat(code).isEqualTo(1);
    assertThat(err)
        .hasToString(
            "paperwire: the start failed: java.lang.IllegalStateException: a backend failed to"
                + " start: java.net.BindException: in use. All logs are in "
                + folder
                + "\n");
  }

  @Test
  void shouldReadVotesOfHuggingFaceWhereItIsToldTo() {
    Map<String, String> told = new HashMap<>();
    RunningSystem.Launch<StandaloneSystem> launch =
        (settings, _) -> {
          told.putAll(settings.environment());
          return new LostSystem(settings);
        };

    run(launch, "--hugging-face", "--contact", "me@lab.example");

    assertThat(told)
        .containsEntry("PAPERWIRE_INGEST_HUGGING_FACE_ENABLED", "true")
        .containsEntry("PAPERWIRE_INGEST_UPSTREAM_CONTACT", "me@lab.example")
        .doesNotContainKey("PAPERWIRE_INGEST_ARXIV_FEED_ENABLED");
    assertThat(out.toString()).doesNotContain("nothing will trend");
  }

  @Test
  void shouldListenWhereItIsToldTo() {
    List<SystemPorts> told = new ArrayList<>();
    RunningSystem.Launch<StandaloneSystem> launch =
        (settings, _) -> {
          told.add(settings.ports());
          return new LostSystem(settings);
        };

    run(launch, "--web-port", "9080", "--enrich-port", "9082");
    run(launch);

    assertThat(told).extracting(SystemPorts::web).containsExactly(9080, 8080);
    assertThat(told.getFirst().enrich()).isEqualTo(9082);
    assertThat(told.getLast().enrich()).isPositive().isNotEqualTo(9082);
  }

  @Test
  void shouldRefuseWhatIsNoPortAndAPortThatIsGivenTwice() {
    RunningSystem.Launch<StandaloneSystem> launch = (settings, _) -> new LostSystem(settings);

    assertThat(run(launch, "--web-port", "99999")).isEqualTo(2);
    assertThat(run(launch, "--kafka-port", "0")).isEqualTo(2);
    assertThat(run(launch, "--enrich-port", "8085")).isEqualTo(2);

    assertThat(err.toString())
        .contains("--web-port is a number from 1 to 65535, not 99999")
        .contains("--kafka-port is a number from 1 to 65535, not 0")
        .contains("--registry-port and --enrich-port are both 8085: choose another");
    assertThat(stopped).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldSayThatNothingTrendsWithoutVotes() {
    run((settings, _) -> new LostSystem(settings));

    assertThat(out.toString())
        .contains("no source of votes is on, so nothing will trend: see --hugging-face");
  }

  @Test
  void shouldAskForAnAddressBeforeAnythingStarts() {
    int code = run((settings, _) -> new LostSystem(settings), "--hugging-face");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("--hugging-face needs --contact");
    assertThat(stopped).isEmpty();
  }

  private int run(RunningSystem.Launch<StandaloneSystem> launch, String... options) {
    String[] arguments =
        Stream.concat(Stream.of("--data", folder.toString()), Arrays.stream(options))
            .toArray(String[]::new);
    return new CommandLine(new UpCommand(launch))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(new OneLineErrors())
        .execute(arguments);
  }

  /** Has run, and is lost as soon as somebody waits for that. */
  private final class LostSystem implements StandaloneSystem {

    private final SystemSettings settings;

    LostSystem(SystemSettings settings) {
      this.settings = settings;
    }

    @Override
    public SystemSettings settings() {
      return settings;
    }

    @Override
    public SystemAddresses addresses() {
      return new SystemAddresses(
          "http://web", "http://mailbox", "http://ingest", "kafka:9092", "http://registry");
    }

    @Override
    public String awaitLoss() {
      return "notify-service ended with code 3";
    }

    @Override
    public void close() {
      stopped.add("system");
    }
  }
}
