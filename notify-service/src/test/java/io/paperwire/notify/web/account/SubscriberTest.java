package io.paperwire.notify.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SubscriberTest {

  private static final AccountSettings SETTINGS =
      new AccountSettings(
          Duration.ofMinutes(5),
          Duration.ofSeconds(15),
          20,
          Duration.ofMinutes(10),
          Duration.ofDays(7),
          Duration.ofDays(30),
          3,
          Duration.ofDays(2));
  private static final Instant SIGNED_UP = Instant.parse("2026-11-01T08:00:00Z");
  private static final Instant ASKED = Instant.parse("2026-11-03T08:00:00Z");

  @Test
  void shouldBeForgottenSomeTimeAfterTheEnd() {
    assertThat(subscriber(SubscriberState.UNSUBSCRIBED, ASKED).forgottenAt(SETTINGS))
        .contains(Instant.parse("2026-12-01T08:00:00Z"));
  }

  @Test
  void shouldBeForgottenWhenTheLastLinkThatNobodyConfirmedHasLongExpired() {
    assertThat(subscriber(SubscriberState.PENDING, ASKED).forgottenAt(SETTINGS))
        .contains(Instant.parse("2026-11-12T08:00:00Z"));
    assertThat(subscriber(SubscriberState.PENDING, SIGNED_UP.minusSeconds(1)).forgottenAt(SETTINGS))
        .contains(Instant.parse("2026-11-10T08:00:00Z"));
  }

  @Test
  void shouldNotBeForgottenWhileMailsAreSent() {
    assertThat(subscriber(SubscriberState.CONFIRMED, ASKED).forgottenAt(SETTINGS)).isEmpty();
  }

  @Test
  void shouldKnowTheLastMailWhateverItWasFor() {
    assertThat(subscriber(SubscriberState.PENDING, ASKED).lastMailAt()).contains(ASKED);
    assertThat(subscriber(SubscriberState.PENDING, SIGNED_UP.minusSeconds(1)).lastMailAt())
        .contains(SIGNED_UP);
  }

  private static Subscriber subscriber(SubscriberState state, Instant lastLinkAt) {
    return new Subscriber(
        UUID.randomUUID(),
        "anna@example.org",
        state,
        SIGNED_UP,
        Optional.of(SIGNED_UP),
        Optional.of(lastLinkAt),
        Optional.empty());
  }
}
