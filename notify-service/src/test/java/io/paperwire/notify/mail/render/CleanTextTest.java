package io.paperwire.notify.mail.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CleanTextTest {

  @Test
  void shouldMakeOneLineOfAnyWhiteSpace() {
    assertThat(CleanText.line("\t a\r\n\u0085b\u2028c\u00A0\u3000d ")).isEqualTo("a b c d");
  }

  @Test
  void shouldCutAfterAWord() {
    assertThat(CleanText.shortened("one two three four", 14)).isEqualTo("one two three…");
    assertThat(CleanText.shortened("one two three four", 13)).isEqualTo("one two…");
    assertThat(CleanText.shortened("one two three four", 18)).isEqualTo("one two three four");
  }

  @Test
  void shouldCutAfterASentenceThatEndsNearTheCut() {
    assertThat(CleanText.shortened("It is done at last. What now comes is more", 25))
        .isEqualTo("It is done at last. …");
  }

  @Test
  void shouldNeverTearACharacterApart() {
    assertThat(CleanText.shortened("👩".repeat(10), 4)).isEqualTo("👩".repeat(3) + "…");
  }
}
