package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What holds of all commands. */
final class PaperwireTest {

  private static final Pattern LINE =
      Pattern.compile(
          "paperwire: out of memory \\(Java heap space\\): give more, for example"
              + " PAPERWIRE_JAVA_OPTS=-Xmx\\d+g");

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void shouldHelpWhoeverAsksInWords() {
    assertThat(run("help")).isZero();
    assertThat(out.toString()).contains("Commands:", "paperwire demo");
    assertThat(run("help", "rank")).isZero();
    assertThat(out.toString()).contains("Usage: paperwire rank");
    assertThat(errors.toString()).isEmpty();

    assertThat(run("help", "ranks")).isEqualTo(2);
    assertThat(errors.toString()).startsWith("paperwire: Unknown subcommand 'ranks'");
  }

  @Test
  void shouldNameTheFolderOfVectorsAsItIsChosen() {
    assertThat(run("rank", "-h")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("(default: paperwire in $XDG_CACHE_HOME, or else in ~/.cache)");
  }

  @Test
  void shouldSayInALineThatMemoryIsNotEnough() {
    assertThat(run("large")).isEqualTo(1);
    assertThat(run("large", "--elsewhere")).isEqualTo(1);
    assertThat(errors.toString().lines()).hasSize(2).allMatch(LINE.asMatchPredicate());
  }

  @Command(name = "large")
  private static final class Large implements Callable<Integer> {
    @Option(names = "--elsewhere")
    private boolean elsewhere;

    @Override
    public Integer call() {
      OutOfMemoryError error = new OutOfMemoryError("Java heap space");
      if (elsewhere) {
        throw new IllegalStateException("a thread died", error);
      }
      throw error;
    }
  }

  private int run(String... arguments) {
    CommandLine commands = Paperwire.commandLine().addSubcommand(new Large());
    return commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(errors)).execute(arguments);
  }
}
