package io.paperwire.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.catalogue.TrustedRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeliveredTest {

  static {
    TrustedRecords.trust();
  }

  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void shouldFindTheTitleInBothPartsHoweverItIsWritten() {
    assertThat(in(mail("- Q&A: a\n  survey", "<b>Q&amp;A: a survey</b>")))
        .containsExactly(new Delivered("arxiv:2401.00001", AT));
  }

  @Test
  void shouldSayWhichPartLacksThePaper() {
    assertThatExceptionOfType(DemoFailure.class)
        .isThrownBy(() -> in(mail("- Q&A: a survey", "<b>nothing</b>")))
        .withMessage("the mail 'New papers' does not show the paper 'Q&A: a survey' in its HTML");
    assertThatExceptionOfType(DemoFailure.class)
        .isThrownBy(() -> in(mail("nothing", "<b>Q&amp;A: a survey</b>")))
        .withMessageEndingWith("in its plain text");
  }

  private static List<Delivered> in(Mail mail) {
    return Delivered.in(List.of(mail), Map.of("<1@example.org>", digest()));
  }

  private static Mail mail(String text, String html) {
    return new Mail(
        1,
        "papers@example.org",
        "ann@example.org",
        "New papers",
        AT,
        List.of(new Mail.HeaderLine("Message-ID", "<1@example.org>")),
        Optional.of(html),
        Optional.of(text),
        "");
  }

  private static Digest digest() {
    return Digest.newBuilder()
        .setDigestId("digest-1")
        .setSubscriberId("ann")
        .setCadence(Cadence.INSTANT)
        .setWindowStart(AT)
        .setWindowEnd(AT)
        .setZone("UTC")
        .setItems(
            List.of(
                DigestItem.newBuilder()
                    .setPaperId("arxiv:2401.00001")
                    .setTitle("Q&A: a survey")
                    .setFirstSeenAt(AT)
                    .setUrl("https://arxiv.org/abs/2401.00001")
                    .setScore(1)
                    .build()))
        .build();
  }
}
