package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.deliver.patience.Patience;
import io.paperwire.notify.deliver.patience.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimRenewalTest {

  private static final Duration BETWEEN = Duration.ofSeconds(40);

  private final Stop stop = new Stop();
  private final Stop end = new Stop();
  private final List<Duration> rests = new ArrayList<>();
  private final List<String> renewals = new ArrayList<>();

  @Test
  void shouldRenewAfterTheStopUntilTheLastMailIsOutOfHandThoughTheDatabaseFailsMeanwhile() {
    Patience database = new Patience("the database", _ -> true, stop);
    stop.ask();

    new ClaimRenewal(() -> renewals.add(database.await(this::failOnce)), BETWEEN, this::pass).run();

    assertThat(renewals).containsExactly("at 2", "at 3");
    assertThat(rests).containsOnly(BETWEEN);
  }

  private String failOnce() {
    if (rests.size() == 1) {
      throw new IllegalStateException("away");
    }
    return "at " + rests.size();
  }

  private void pass(Duration time) {
    rests.add(time);
    if (rests.size() == 4) {
      end.ask();
    }
    end.rest(Duration.ZERO);
  }
}
