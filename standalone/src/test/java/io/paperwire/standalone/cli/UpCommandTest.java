package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.standalone.system.StandaloneSystem;
import io.paperwire.standalone.system.SystemAddresses;
import io.paperwire.standalone.system.SystemSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private int run(RunningSystem.Launch<StandaloneSystem> launch) {
    return new CommandLine(new UpCommand(launch))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(new OneLineErrors())
        .execute("--free-ports", "--data", folder.toString());
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
