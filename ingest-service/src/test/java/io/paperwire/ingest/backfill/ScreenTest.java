package io.paperwire.ingest.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ScreenTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  private static void tell(Screen screen) {
    screen.progress("half of it");
    screen.progress("x".repeat(100));
    screen.say("all of it");
  }

  @Test
  void shouldDrawOneLineAnewOnATerminal() {
    tell(new Screen.Drawn(out));
    assertThat(bytes.toString(UTF_8))
        .isEqualTo(
            "\r\u001B[2Khalf of it\r\r\u001B[2K%s\r\r\u001B[2Kall of it%n"
                .formatted("x".repeat(79)));
  }

  @Test
  void shouldTellALineAtTimesElsewhere() {
    tell(new Screen.Plain(out, Duration.ofMinutes(1)));
    assertThat(bytes.toString(UTF_8)).isEqualTo("all of it%n".formatted());
    tell(new Screen.Plain(out, Duration.ZERO));
    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly("all of it", "half of it", "x".repeat(100), "all of it");
  }
}
