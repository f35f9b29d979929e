package io.paperwire.notify.mail.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VoteWordsTest {

  @Test
  void shouldCountInWordsThatReadersCanTakeIn() {
    assertThat(VoteWords.of(1)).isEqualTo("1 upvote");
    assertThat(VoteWords.of(20)).isEqualTo("20 upvotes");
    assertThat(VoteWords.of(12_345)).isEqualTo("12,345 upvotes");
  }
}
