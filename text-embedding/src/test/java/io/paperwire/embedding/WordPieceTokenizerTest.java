package io.paperwire.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers are those of the Hugging Face tokenizer for the same texts. */
final class WordPieceTokenizerTest {

  private static WordPieceTokenizer tokenizer;

  @BeforeAll
  static void readVocabulary() throws IOException {
    tokenizer =
        new WordPieceTokenizer(VocabularyReader.read(PackagedModel.forPapers().tokenizer()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Hello, World! | 101 7592 1010 2088 999 102
          Attention is all you need | 101 3086 2003 2035 2017 2342 102
          LoRA: low-rank adaptation of LLMs | 101 8840 2527 1024 2659 1011 4635 6789 1997 2222 5244 102
          state-of-the-art BERT-like pre-training | 101 2110 1011 1997 1011 1996 1011 2396 14324 1011 2066 3653 1011 2731 102
          Schrödinger's Ångström naïve café | 101 8040 8093 7716 9912 1005 1055 17076 15687 15743 7668 102
          $O(n^2)$ with \\epsilon_{t+1} <= 0.05% | 101 1002 1051 1006 1050 1034 1016 1007 1002 2007 1032 28038 1035 1063 1056 1009 1015 1065 1026 1027 1014 1012 5709 1003 102
          深度学习 for NLP | 101 100 100 1817 100 2005 17953 2361 102
          zero\u200bwidth | 101 5717 9148 11927 2232 102
          µ-opioid ∑ ≈ → 🙂 | 101 1085 1011 6728 3695 3593 100 1606 1585 100 102
          electroencephalography spatiotemporally | 101 16175 10127 21890 21197 26228 14690 25185 6633 17822 3973 102
          """)
  void shouldCutAsTheReferenceDoes(String text, String expected) {
    assertThat(tokenizer.tokens(text, 64))
        .containsExactly(Arrays.stream(expected.split(" ")).mapToLong(Long::parseLong).toArray());
  }

  @Test
  void shouldCutAtTheLimitAndKeepBothMarks() {
    assertThat(tokenizer.tokens("one two three four five", 5))
        .containsExactly(101, 2028, 2048, 2093, 102);
  }

  @Test
  void shouldReadAnEmptyTextAsItsMarks() {
    assertThat(tokenizer.tokens("", 256)).containsExactly(101, 102);
    assertThat(tokenizer.tokens(" \n\t", 256)).containsExactly(101, 102);
  }

  @Test
  void shouldCallAWordOfOverAHundredLettersUnknown() {
    assertThat(tokenizer.tokens("a".repeat(101), 256)).containsExactly(101, 100, 102);
  }

  @Test
  void shouldRefuseAVocabularyWithoutMarks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WordPieceTokenizer(Map.of("a", 1)))
        .withMessageContaining("[UNK]");
  }
}
