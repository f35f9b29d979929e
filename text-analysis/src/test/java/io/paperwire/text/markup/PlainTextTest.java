package io.paperwire.text.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlainTextTest {

  /** As it is told in words; the code knows the characters by heart. */
  private static boolean isGap(char c) {
    return c == '\ufeff'
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
  }

  @Test
  void shouldPutTextOnOneLine() {
    assertThat(PlainText.oneLine("  a\n b\t\u00a0c\u0000d\u2028e ")).isEqualTo("a b c d e");
    assertThat(PlainText.oneLine("e\u0301")).isEqualTo("\u00e9");
  }

  @Test
  void shouldKnowEveryCharacterBetweenWords() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      assertThat(PlainText.isGap(c)).as("U+%04X", (int) c).isEqualTo(isGap(c));
    }
  }

  @Test
  void shouldReadPlainTextsAsItReadsOthers() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text = RandomText.of(random, "ab  é\n\u0301\u00a0\u007f\ufeff");
      String spaced =
          Normalizer.normalize(text, Normalizer.Form.NFC)
              .codePoints()
              .mapToObj(c -> isGap((char) c) ? " " : Character.toString(c))
              .collect(Collectors.joining());
      String slowly = spaced.replaceAll(" +", " ").strip();
      assertThat(PlainText.oneLine(text)).as(text).isEqualTo(slowly);
    }
  }
}
