package io.paperwire.notify.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchWordsTest {

  @Test
  void shouldSpellWordsTogetherThatFollowOneAnother() {
    assertThat(SearchWords.of("Multi-agent LLMs, tamed", List.of(), "").split(" "))
        .containsExactly(
            "'multi':1A",
            "'multiagent':1A",
            "'multiagentllm':1A",
            "'agent':2A",
            "'agentllm':2A",
            "'llm':3A",
            "'tamed':4A");
  }

  @Test
  void shouldTellWhereAWordStands() {
    assertThat(SearchWords.of("Walks", List.of("Jörg Müller"), "A walk.").split(" "))
        .contains("'walk':1A,4D", "'mueller':6B", "'muller':6B");
  }

  @Test
  void shouldQuoteWhateverAWordHolds() {
    assertThat(SearchWords.quoted("o'neil\\")).isEqualTo("'o''neil\\\\'");
  }
}
