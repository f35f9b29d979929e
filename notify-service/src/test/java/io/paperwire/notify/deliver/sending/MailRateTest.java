package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MailRateTest {

  private final List<Long> rests = new ArrayList<>();
  private Duration now = Duration.ofDays(3);

  @Test
  void shouldSpaceMailsEvenly() {
    MailRate rate = new MailRate(4, () -> now.toNanos(), this::rest);

    for (int mail = 0; mail < 4; mail++) {
      rate.await();
    }

    assertThat(rests).containsExactly(250L, 250L, 250L);
  }

  @Test
  void shouldNotSaveUpTurnsThatNobodyTook() {
    MailRate rate = new MailRate(4, () -> now.toNanos(), this::rest);
    rate.await();
    now = now.plusSeconds(10);

    rate.await();
    rate.await();

    assertThat(rests).containsExactly(250L);
  }

  @Test
  void shouldRefuseARateAtWhichNothingLeaves() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailRate(0, () -> now.toNanos(), this::rest))
        .withMessage("at least one mail a second must be allowed, not 0");
  }

  private void rest(Duration time) {
    rests.add(time.toMillis());
    now = now.plus(time);
  }
}
