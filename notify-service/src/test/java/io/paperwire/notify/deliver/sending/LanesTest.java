package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LanesTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void shouldKeepTheOrderOfEachLane() throws InterruptedException {
    Lanes lanes = new Lanes(4);
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    for (int task = 0; task < 50; task++) {
      for (String lane : List.of("anna", "ben", "chen")) {
        String name = lane + task;
        lanes.add(lane, () -> done.add(name));
      }
    }

    assertThat(lanes.awaitEmpty(LIMIT)).isTrue();
    assertThat(done).hasSize(150);
    assertThat(done.stream().filter(name -> name.startsWith("anna")))
        .isEqualTo(IntStream.range(0, 50).mapToObj(n -> "anna" + n).toList());
  }

  @Test
  void shouldLetOthersPassALaneThatWaits() throws InterruptedException {
    Lanes lanes = new Lanes(2);
    CountDownLatch othersDone = new CountDownLatch(3);
    lanes.add("slow", () -> await(othersDone));
    for (int other = 0; other < 3; other++) {
      lanes.add("other " + other, othersDone::countDown);
    }

    assertThat(lanes.awaitEmpty(LIMIT)).isTrue();
  }

  @Test
  void shouldRunNoMoreAtOnceThanItIsWide() throws InterruptedException {
    Lanes lanes = new Lanes(2);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(2);
    AtomicInteger begun = new AtomicInteger();
    for (int lane = 0; lane < 5; lane++) {
      lanes.add(
          "lane " + lane,
          () -> {
            begun.incrementAndGet();
            running.countDown();
            await(go);
          });
    }

    running.await();
    assertThat(begun).hasValue(2);
    assertThat(lanes.inHand()).isEqualTo(5);
    assertThat(lanes.awaitEmpty(Duration.ZERO)).isFalse();
    go.countDown();
    assertThat(lanes.awaitEmpty(LIMIT)).isTrue();
    assertThat(begun).hasValue(5);
  }

  @Test
  void shouldGoOnAfterATaskThatFails() throws InterruptedException {
    Lanes lanes = new Lanes(1);
    AtomicInteger done = new AtomicInteger();
    lanes.add(
        "anna",
        () -> {
          throw new IllegalStateException("a mistake");
        });
    lanes.add(
        "anna",
        () -> {
          throw new StackOverflowError("a deeper one");
        });
    lanes.add("anna", done::incrementAndGet);

    assertThat(lanes.awaitEmpty(LIMIT)).isTrue();
    assertThat(done).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      throw new AssertionError(end);
    }
  }
}
