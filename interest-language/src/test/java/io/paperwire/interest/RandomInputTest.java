package io.paperwire.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.topics.Vocabulary;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that nobody meant: each is read or refused, and what is read can be printed. */
final class RandomInputTest {

  private static final long SEED = 20_261_123;
  private static final int INPUTS = Integer.getInteger("paperwire.test.random-inputs", 100_000);

  private static final String[] PIECES = {
    "(",
    ")",
    "\"",
    "\u201C",
    "-",
    " ",
    " ",
    "  ",
    "AND",
    "OR",
    "NOT",
    "and",
    "ti:",
    "au:",
    "cat:",
    "topic:",
    "kind:",
    "code:",
    "source:",
    "x:",
    ":",
    ">=",
    "0.8",
    "cs.*",
    "yes",
    "graph",
    "multi-agent",
    "M\u00FCller",
    "\uD83D\uDE00",
    "\uD83D",
    "\u0000",
    "\u00A0",
    "\u200B",
    "trending",
    "0000-0002-1825-0097",
    "large-language-models",
    "a".repeat(300),
    "\u0301",
    "\n",
    "C++",
    "*",
    "|",
    "~",
    "!",
    "\u2013",
    "\u00AB",
    "\u00BB",
    "\uFF08",
    "\uFF09",
    "\uFF1A",
    "\uFF0D",
    "\uFF02",
    "\u202A",
    "\"or\"",
    "cs",
    "cs.ML",
    "\"cell biology\"",
    "von",
  };

  @Test
  void shouldReadOrRefuseWhateverIsWritten() {
    Random random = new Random(SEED);
    InterestParser parser = InterestParser.of(Vocabulary.load());
    for (int i = 0; i < INPUTS; i++) {
      String text = i % 2 == 0 ? pieces(random) : characters(random);
      switch (parser.parse(text)) {
        case Reading.Understood(Expression expression) ->
            assertThat(parser.parse(InterestPrinter.print(expression)))
                .as(text)
                .isEqualTo(new Reading.Understood(expression));
        case Reading.Refused(SyntaxError error) -> {
          assertThat(error.position()).as(text).isBetween(0, text.length());
          assertThat(error.describe(text)).contains("^");
        }
      }
    }
  }

  private static String pieces(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(12); left >= 0; left--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      if (random.nextBoolean()) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private static String characters(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(40); left > 0; left--) {
      text.append((char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
    }
    return text.toString();
  }
}
