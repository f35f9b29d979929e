package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Colin Raffel          | au:"Colin Raffel"
          "Colin Raffel"        | au:"Colin Raffel"
          J. M\u00FCller         | au:"J. M\u00FCller"
          Hinton, Geoffrey E.   | au:"Hinton, Geoffrey E."
          Jean-Luc O'Neill      | au:"Jean-Luc O'Neill"
          \u738B\u4F1F           | au:"\u738B\u4F1F"
          """)
  void shouldReadAName(String text, String query) {
    assertThat(AuthorQuery.of(text)).contains(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ti:survey",
        "graph AND trees",
        "robots or drones",
        "a b c d e",
        "GPT-4",
        "(Ada Lovelace)",
        "-Ada",
        "Ada \"Countess\" Lovelace"
      })
  void shouldReadNothingElse(String text) {
    assertThat(AuthorQuery.of(text)).isEmpty();
  }
}
