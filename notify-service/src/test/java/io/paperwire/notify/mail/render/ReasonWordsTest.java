package io.paperwire.notify.mail.render;

import static io.paperwire.notify.mail.render.SampleDigests.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.Reason;
import io.paperwire.schemas.ReasonKind;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReasonWordsTest {

  @Test
  void shouldNameTheTopicAndWhatSpeaksForIt() {
    assertThat(words(reason(ReasonKind.TOPIC, "Language models", "Language models (GPT)", 0.9)))
        .isEqualTo("about Language models (GPT)");
    assertThat(words(reason(ReasonKind.TOPIC, "Language models", "Speculative decoding", 0.9)))
        .isEqualTo("about Language models: Speculative decoding");
    assertThat(words(reason(ReasonKind.TOPIC, "language models", "Language Models", 0.9)))
        .isEqualTo("about language models");
    assertThat(words(reason(ReasonKind.TOPIC, "language models", "", 0.9)))
        .isEqualTo("about language models");
  }

  @Test
  void shouldCloseABracketThatIsCutOff() {
    String words = "recommenders and, ".repeat(9);

    assertThat(words(reason(ReasonKind.TOPIC, "search", "search (" + words + ")", 0.9)))
        .startsWith("about search (recommenders and")
        .endsWith("…)")
        .hasSizeLessThan(115);
  }

  @Test
  void shouldQuoteThePhraseAsThePaperHasIt() {
    assertThat(words(reason(ReasonKind.PHRASE, "chain of thought", "Chain of Thought", 1)))
        .isEqualTo("mentions “chain of thought”");
    assertThat(words(reason(ReasonKind.PHRASE, "chain of thought", "chains of thought", 1)))
        .isEqualTo("mentions “chains of thought”, your phrase being “chain of thought”");
  }

  @Test
  void shouldNameTheQueryAndWhatItFound() {
    assertThat(words(reason(ReasonKind.QUERY, "graph cat:cs.*", "Graphs; cs.CL", 0.9)))
        .isEqualTo("found by “graph cat:cs.*” (Graphs; cs.CL)");
  }

  @Test
  void shouldSayHowSureItIsOfAnAuthor() {
    assertThat(words(reason(ReasonKind.AUTHOR, "Llion Jones", "Llion Jones", 1)))
        .isEqualTo("by Llion Jones, whom you follow");
    assertThat(words(reason(ReasonKind.AUTHOR, "Llion Jones", "L. Jones", 0.7)))
        .isEqualTo("probably by Llion Jones, whom you follow (listed as “L. Jones”)");
    assertThat(words(reason(ReasonKind.AUTHOR, "Llion Jones", "Jones", 0.4)))
        .isEqualTo(
            "perhaps by Llion Jones, whom you follow: only part of the name agrees (listed as"
                + " “Jones”)");
  }

  @Test
  void shouldCountReasonsBeyondTheThird() {
    Reason reason = reason(ReasonKind.TREND, "trending", "", 1);

    assertThat(ReasonWords.of(Collections.nCopies(3, reason)))
        .isEqualTo("trending; trending; trending");
    assertThat(ReasonWords.of(Collections.nCopies(4, reason)))
        .isEqualTo("trending; trending; trending; and one more reason");
    assertThat(ReasonWords.of(Collections.nCopies(5, reason)))
        .isEqualTo("trending; trending; trending; and 2 more reasons");
    assertThat(ReasonWords.of(List.of())).isEqualTo("it matches your interests");
  }

  private static String words(Reason reason) {
    return ReasonWords.of(List.of(reason));
  }
}
