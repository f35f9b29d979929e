package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.SyntaxError;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FieldMistakeTest {

  @Test
  void shouldMarkTheCharacterThatTheCaretPointsAt() {
    String inside = new SyntaxError(5, "no kind", "one").describe("\uD83E\uDD16 a b");
    String atEnd = new SyntaxError(4, "nothing", "a word").describe("a OR");

    assertThat(FieldMistake.all(inside + "\n\n" + atEnd + "\n\nAnd 2 more."))
        .containsExactly(
            new FieldMistake(
                "at position 5: no kind; expected one",
                Optional.of(new MarkedText("\uD83E\uDD16 a ", "b", ""))),
            new FieldMistake(
                "at position 5: nothing; expected a word",
                Optional.of(new MarkedText("a OR", "", ""))),
            new FieldMistake("And 2 more.", Optional.empty()));
  }

  @Test
  void shouldTakeThreeLinesWithoutACaretForASentence() {
    assertThat(FieldMistake.all("'a\nb\nc' is none"))
        .containsExactly(new FieldMistake("'a\nb\nc' is none", Optional.empty()));
  }
}
