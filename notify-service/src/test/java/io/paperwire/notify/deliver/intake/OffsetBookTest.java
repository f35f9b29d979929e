package io.paperwire.notify.deliver.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OffsetBookTest {

  private final OffsetBook book = new OffsetBook();

  @Test
  void shouldHaveNothingToCommitAtFirst() {
    assertThat(book.toCommit()).isEmpty();
  }

  @Test
  void shouldCommitUpToTheFirstUnfinishedRecord() {
    book.begun(5);
    book.begun(6);
    book.begun(9); // transaction markers take offsets

    book.finished(6);
    assertThat(book.toCommit()).hasValue(5);
    book.committed(5);
    assertThat(book.toCommit()).isEmpty();

    book.finished(5);
    assertThat(book.toCommit()).hasValue(9);
    book.finished(9);
    assertThat(book.toCommit()).hasValue(10);
    book.committed(10);
    assertThat(book.toCommit()).isEmpty();
  }

  @Test
  void shouldStayClosed() {
    assertThat(book.isOpen()).isTrue();
    book.close();
    assertThat(book.isOpen()).isFalse();
  }
}
