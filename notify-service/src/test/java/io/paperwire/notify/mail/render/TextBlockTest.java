package io.paperwire.notify.mail.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextBlockTest {

  @Test
  void shouldWrapAtTheLastColumnAndNotBefore() {
    String full = "x".repeat(40) + " " + "y".repeat(33);

    assertThat(TextBlock.wrap(full)).isEqualTo(full).hasSize(TextBlock.COLUMNS);
    assertThat(TextBlock.wrap(full + "y")).isEqualTo("x".repeat(40) + "\n" + "y".repeat(34));
  }

  @Test
  void shouldIndentUnderTheMark() {
    assertThat(TextBlock.wrap(" 1. ", "x".repeat(60) + " " + "y".repeat(60)))
        .isEqualTo(" 1. " + "x".repeat(60) + "\n    " + "y".repeat(60));
  }

  @Test
  void shouldKeepAWordThatIsWiderThanALineWhole() {
    String address = "https://example.org/" + "a".repeat(100);

    assertThat(TextBlock.wrap("see " + address + " there"))
        .isEqualTo("see\n" + address + "\nthere");
  }

  @Test
  void shouldBreakIdeographsBetweenCharactersAndCountTwoColumnsForEach() {
    String wrapped = TextBlock.wrap("大".repeat(40) + "。");

    assertThat(wrapped).isEqualTo("大".repeat(37) + "\n" + "大".repeat(3) + "。");
  }

  @Test
  void shouldTakeAnEmptyParagraph() {
    assertThat(TextBlock.wrap("- ", "")).isEqualTo("-");
  }
}
