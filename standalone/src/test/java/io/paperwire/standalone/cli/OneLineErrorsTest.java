package io.paperwire.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class OneLineErrorsTest {

  @Test
  void shouldSayThatThereIsNoSuchCommandAndWhichIsMeant() {
    assertThat(errors("dmo"))
        .startsWith("paperwire: there is no command 'dmo'\n")
        .contains("Did you mean: paperwire demo");
    assertThat(errors("xyzzy", "ever"))
        .startsWith("paperwire: there is no command 'xyzzy'\n")
        .contains("Usage: paperwire");
  }

  @Test
  void shouldNameAnOptionThatIsNone() {
    assertThat(errors("--what")).startsWith("paperwire: Unknown option: '--what'\n");
    assertThat(errors("demo", "--what"))
        .startsWith("paperwire: Unknown option: '--what' (paperwire demo --help tells more)\n");
  }

  private static String errors(String... arguments) {
    StringWriter errors = new StringWriter();
    int code = Paperwire.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
    assertThat(code).isEqualTo(2);
    return errors.toString().replace(System.lineSeparator(), "\n");
  }
}
