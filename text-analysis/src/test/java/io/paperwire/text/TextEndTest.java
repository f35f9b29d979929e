package io.paperwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextEndTest {

  @Test
  void shouldHalveNoCharacter() {
    assertThat(TextEnd.within(3, "abc")).isEqualTo("abc");
    assertThat(TextEnd.within(3, "abcd")).isEqualTo("abc");
    assertThat(TextEnd.within(3, "ab\uD83E\uDD16")).isEqualTo("ab");
    assertThat(TextEnd.within(4, "ab\uD83E\uDD16c")).isEqualTo("ab\uD83E\uDD16");
  }
}
