package io.paperwire.notify.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.mail.smtp.SmtpRefusal.Concern;
import io.paperwire.notify.mail.smtp.SmtpRefusal.Step;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as servers in use give them. */
final class SmtpRefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Postfix
        "RECIPIENT | ADDRESS | 550 5.1.1 <address>: Recipient address rejected: User unknown",
        "RECIPIENT | POLICY  | 554 5.7.1 <address>: Relay access denied",
        "RECIPIENT | POLICY  | 554 5.7.1 Service unavailable; Client host blocked using a list",
        "RECIPIENT | POLICY  | 550 5.7.1 <address>: Sender address rejected: not yours",
        "RECIPIENT | POLICY  | 550 5.1.8 <address>: Sender address rejected: Domain not found",
        "RECIPIENT | POLICY  | 553 5.1.7 <address>: Sender address rejected",
        "RECIPIENT | POLICY  | 554 5.5.1 Error: no valid recipients",
        "RECIPIENT | POLICY  | 550 5.4.6 routing loop",
        "RECIPIENT | POLICY  | 550 5.3.0 other mail system status",
        // Exchange Online
        "RECIPIENT | ADDRESS | 550 5.4.1 Recipient address rejected: Access denied. [x.example]",
        "RECIPIENT | POLICY  | 550 5.7.64 TenantAttribution; Relay Access Denied",
        "SENDER    | MAIL    | 552 5.3.4 Message size exceeds fixed limit",
        "MAIL      | MAIL    | 552 5.3.4 Message file too big",
        // Others with an enhanced status
        "RECIPIENT | ADDRESS | 550 5.1.0 <address>: Address rejected.",
        "RECIPIENT | POLICY  | 550 5.1.0 <address>: Sender rejected",
        "RECIPIENT | POLICY  | 550 5.1.0 MAIL FROM <address> is not allowed",
        "RECIPIENT | POLICY  | 550 5.4.1 Sender address rejected: Access denied",
        "RECIPIENT | ADDRESS | 550 5.1.0 no such mailbox at senders.example",
        "MAIL      | POLICY  | 550 5.1.0 Sender denied",
        "SENDER    | ALL_MAILS | 550 5.1.0 Sender denied",
        "MAIL      | POLICY  | 550 5.4.1 no answer from host",
        "RECIPIENT | ADDRESS | 550 5.1.2 bad destination system",
        "RECIPIENT | ADDRESS | 553 5.1.3 bad syntax",
        "RECIPIENT | ADDRESS | 551 5.1.6 mailbox has moved",
        "RECIPIENT | ADDRESS | 556 5.1.10 the domain takes no mail",
        "RECIPIENT | ADDRESS | 550 5.2.1 mailbox disabled",
        "RECIPIENT | MAILBOX_FULL | 552 5.2.2 mailbox full",
        "RECIPIENT | MAIL    | 552 5.2.3 message is longer than the mailbox takes",
        "MAIL      | ADDRESS | 550-5.2.1 The email account is inactive.",
        "MAIL      | POLICY  | 550-5.7.26 This mail is unauthenticated.",
        "MAIL      | POLICY  | 554 5.7.1 looks like spam",
        "MAIL      | MAIL    | 554 5.6.0 content is not wanted",
        "SENDER    | ALL_MAILS | 550 5.7.1 <address>: Sender address rejected",
        "SENDER    | ALL_MAILS | 550 5.1.1 unknown sender",
        "RECIPIENT | ALL_MAILS | 530 5.7.0 Authentication required",
        // Without one
        "RECIPIENT | ADDRESS | 550 Unrouteable address",
        "RECIPIENT | POLICY  | 550 relay not permitted",
        "RECIPIENT | ADDRESS | 551 user not local",
        "RECIPIENT | ADDRESS | 553 mailbox name not allowed",
        "RECIPIENT | POLICY  | 554 transaction failed",
        "RECIPIENT | POLICY  | 503 bad sequence of commands",
        "RECIPIENT | MAIL    | 552 exceeded storage allocation",
        "MAIL      | MAIL    | 552 too much mail data",
        "MAIL      | POLICY  | 550 administrative prohibition",
        "SENDER    | MAIL    | 552 too much mail data",
        "SENDER    | ALL_MAILS | 550 go away",
        // For now
        "RECIPIENT | LATER   | 450 4.2.0 greylisted",
        "MAIL      | LATER   | 451 4.7.1 try later",
        "SENDER    | LATER   | 421 4.3.2 shutting down",
      })
  void shouldTellWhomAnAnswerConcerns(Step step, Concern concern, String answer) {
    int code = Integer.parseInt(answer.substring(0, 3));

    assertThat(SmtpRefusal.concern(step, code, answer)).isEqualTo(concern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ADDRESS | 5.1.1  | 550 5.1.1 <address>: User unknown",
        "ADDRESS | 5.1.1  |",
        "ADDRESS | 5.1.1  | 550 no such user",
        "ADDRESS | 5.0.0  | 550 5.1.1 The email account does not exist",
        "ADDRESS | 5.1.10 | 550 5.1.10 RESOLVER.ADR.RecipientNotFound",
        "ADDRESS | 5.4.1  | 550 5.4.1 Recipient address rejected: Access denied",
        "ADDRESS | 5.1.2  | host or domain name not found",
        "ADDRESS | 5.2.1  | 550-5.2.1 The email account is inactive",
        "POLICY  | 5.1.0  | 550 5.1.0 Sender rejected",
        "POLICY  | 5.7.1  | 550 5.7.1 not wanted here",
        "POLICY  | 5.1.1  | 554 5.7.1 looks like spam",
        "POLICY  | 5.0.0  | 550 Unrouteable address",
        "POLICY  | 5.0.0  |",
        "POLICY  | 5.4.7  | 550 4.4.7 QUEUE.Expired; message expired",
        "POLICY  | 5x     |",
        "MAIL    | 5.3.4  | 552 5.3.4 too big",
        "LATER   | 4.2.2  | 452 4.2.2 mailbox full",
        "LATER   | 4.4.1  | connect to mx.example.net: Connection timed out",
        "LATER   | 5.0.0  | 450 4.2.0 greylisted for days",
        "LATER   | x      |",
      })
  void shouldTellWhomAReportedFailureConcerns(Concern concern, String status, String said) {
    assertThat(SmtpRefusal.reported(status, Optional.ofNullable(said))).isEqualTo(concern);
  }
}
