package io.paperwire.notify.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmtpAnswersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "550 5.1.1 <ann@x.org>: unknown | 550 5.1.1 <address>: unknown",
        "550 a@x.org,b@y.org unknown | 550 <address>,<address> unknown",
        "550 from=a@x.org;to=b@y.org | 550 <address>;<address>",
        "550 @h1.org,@h2.org:ann@h3.org gone | 550 @h1.org,@h2.org:<address> gone",
        "550 no mailbox here | 550 no mailbox here",
      })
  void shouldShowNobodysAddress(String answer, String shown) {
    assertThat(SmtpAnswers.withoutAddresses(answer)).isEqualTo(shown);
  }

  @Test
  void shouldReadALongWordInTime() {
    assertThat(SmtpAnswers.withoutAddresses("a".repeat(1_000_000) + "@")).hasSize(300);
    assertThat(SmtpAnswers.withoutAddresses("a@".repeat(500_000))).hasSize(300);
  }
}
