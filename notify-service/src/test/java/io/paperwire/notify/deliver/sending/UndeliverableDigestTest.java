package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.paperwire.notify.deliver.ledger.ClaimAnswer;
import io.paperwire.notify.deliver.ledger.Delivery;
import io.paperwire.notify.deliver.ledger.Verdict;
import io.paperwire.notify.deliver.recipient.Recipient;
import io.paperwire.schemas.Digest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of digests of which no mail can be made. */
final class UndeliverableDigestTest {

  private static final Delivery DELIVERY =
      new Delivery("digest-1", Rehearsal.ANNA, "<digest-1@example.org>", List.of());

  private final Rehearsal world = new Rehearsal();
  private final Deliverer deliverer = world.deliverer();

  @Test
  void shouldRefuseADigestWhoseSubscriberIsNone() {
    Digest digest = Digest.newBuilder(Rehearsal.digest()).setSubscriberId("anna").build();

    assertThatThrownBy(() -> deliverer.deliver(digest, Rehearsal.RECORD))
        .isInstanceOf(UndeliverableDigest.class)
        .hasMessage("the digest's subscriber id is not a UUID");
  }

  @Test
  void shouldCloseTheAccountOfADigestThatCannotBeRenderedOnceItIsKeptElsewhere() {
    world.recipient = new Recipient.Confirmed("anna@example.net\r\nBcc: x@example.org");

    UndeliverableDigest failure = catchThrowableOfType(UndeliverableDigest.class, this::deliver);

    deliverer.setAside(
        failure,
        () -> {
          assertThat(world.memory.settlement("digest-1")).isEmpty();
          world.pass(Rehearsal.LEASE.dividedBy(2).plusSeconds(1));
          deliverer.renewClaims();
          world.pass(Rehearsal.LEASE.dividedBy(2));
          assertThat(world.memory.claim(DELIVERY, Rehearsal.RECORD))
              .as("the claim holds however long the letter takes")
              .isInstanceOf(ClaimAnswer.InHand.class);
        });
    assertThat(verdict()).isEqualTo(Verdict.FAILED);
    assertThat(world.news).hasSize(1);
  }

  @Test
  void shouldDeliverWhatWasSetAsideWhenItIsSentInAgain() {
    world.recipient = new Recipient.Confirmed("anna@example.net\r\nBcc: x@example.org");
    deliverer.setAside(catchThrowableOfType(UndeliverableDigest.class, this::deliver), () -> {});
    world.recipient = new Recipient.Confirmed("anna@example.net");

    deliver();

    assertThat(verdict()).isEqualTo(Verdict.SENT);
    assertThat(world.mailbox)
        .extracting(mail -> mail.headers().containsKey("X-Paperwire-Repeat"))
        .containsExactly(false);
  }

  private void deliver() {
    deliverer.deliver(Rehearsal.digest(), Rehearsal.RECORD);
  }

  private Verdict verdict() {
    return world.memory.settlement("digest-1").orElseThrow().verdict();
  }
}
