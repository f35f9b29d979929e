package io.paperwire.ingest.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineFormatTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\"}",
        "\n\n  { \"id\": \"a\"}\n",
        "\uFEFF{\"id\":\"a\"}",
        "not json\n{\"id\":\"a\"}\n",
        "{\"id\": \"cut off",
        "{}",
        "{\n  \"id\": 1\n}",
        "[\n{\"id\":1}]",
        "[{\"id\":1}]",
      })
  void shouldSeeJsonLines(String head) {
    assertThat(LineFormat.of(head.getBytes(UTF_8))).isEqualTo(LineFormat.JSON_LINES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A title\nAn abstract\n",
        "{BERT} and others\nAn abstract",
        "[Re] A reproduction\nAn abstract",
        "",
      })
  void shouldSeeListings(String head) {
    assertThat(LineFormat.of(head.getBytes(UTF_8))).isEqualTo(LineFormat.LISTING);
  }

  @Test
  void shouldLookAtTheFirstLinesOnly() {
    String head = "Title\nAbstract\n".repeat(LineFormat.LINES_LOOKED_AT) + "{\"id\":\"a\"}";
    assertThat(LineFormat.of(head.getBytes(UTF_8))).isEqualTo(LineFormat.LISTING);
  }
}
