package io.paperwire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PunctualReaderTest {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Page PAGE = Page.ofPapers("a page", List.of(), List.of(), Map.of());

  /** A reader that has to wait for its upstream, and then says what it was told to. */
  private static class SlowReader implements PageReader {
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public Optional<Page> next(Duration atMost) throws IOException, InterruptedException {
      asked.incrementAndGet();
      try {
        answered.await();
      } catch (InterruptedException e) {
        interrupted.set(true);
        throw e;
      }
      return answer();
    }

    Optional<Page> answer() throws IOException {
      return Optional.of(PAGE);
    }

    @Override
    public boolean isAtEnd() {
      return answered.getCount() == 0;
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }

  @Test
  void shouldAnswerInTimeAndAskOnce() throws Exception {
    SlowReader slow = new SlowReader();
    try (PunctualReader reader = new PunctualReader("slow", slow)) {
      assertThat(reader.next(SHORT)).isEmpty();
      assertThat(reader.next(SHORT)).isEmpty();
      slow.answered.countDown();
      assertThat(reader.isAtEnd()).isFalse(); // the page that was asked for is still to come
      assertThat(reader.next(LONG)).hasValue(PAGE);
      assertThat(slow.asked).hasValue(1);
      assertThat(reader.isAtEnd()).isTrue();
    }
    assertThat(slow.closed).isTrue();
  }

  @Test
  void shouldInterruptWhoIsStillWaitingWhenItIsClosed() throws Exception {
    SlowReader slow = new SlowReader();
    try (PunctualReader reader = new PunctualReader("slow", slow)) {
      while (slow.asked.get() == 0) {
        assertThat(reader.next(SHORT)).isEmpty();
      }
    }
    assertThat(slow.interrupted).isTrue();
    assertThat(slow.closed).isTrue();
  }

  @Test
  void shouldFailAsTheReaderFails() throws Exception {
    SlowReader broken =
        new SlowReader() {
          @Override
          Optional<Page> answer() throws IOException {
            throw new IOException("it broke");
          }
        };
    broken.answered.countDown();
    try (PunctualReader reader = new PunctualReader("broken", broken)) {
      assertThatThrownBy(() -> reader.next(LONG))
          .isInstanceOf(IOException.class)
          .hasMessage("it broke");
    }
  }
}
