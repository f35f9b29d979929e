package io.paperwire.notify.mail.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.mail.report.RecipientStatus.Fate;
import io.paperwire.notify.mail.smtp.SmtpRefusal.Concern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ReportReaderTest {

  private static final String ANNA = "anna@example.net";
  private static final String MESSAGE_ID = "<digest-091e5448@example.org>";
  private static final String TOKEN = "AXJPbBpSXT5MjppwKx8MnY5_AAAAAAAAAADVd8thLbXQJMlHu2o2xYH3";
  private static final ReturnedMail OURS =
      new ReturnedMail(Optional.of(TOKEN), Optional.of(MESSAGE_ID));

  @Test
  void shouldReadThatPostfixFoundNobody() {
    assertThat(read(SampleReport.POSTFIX_GONE))
        .isEqualTo(
            status(
                new Fate.Failed(
                    Concern.ADDRESS,
                    "550 5.1.1 <address>: Recipient address rejected: User unknown")));
  }

  @Test
  void shouldReadThatExchangeFoundNobody() {
    assertThat(read(SampleReport.EXCHANGE_GONE))
        .isEqualTo(
            status(
                new Fate.Failed(
                    Concern.ADDRESS,
                    "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient <address> not found by"
                        + " SMTP address lookup")));
  }

  @Test
  void shouldNotTellTheNameOfTheMailboxEither() {
    assertThat(read(gone().replaceFirst("(Diagnostic-Code: .*)<[^>]*>", "$1Anna")))
        .isEqualTo(
            status(
                new Fate.Failed(
                    Concern.ADDRESS,
                    "550 5.1.1 <name>: Recipient address rejected: User unknown")));
  }

  @Test
  void shouldTellADelay() {
    assertThat(read(SampleReport.POSTFIX_DELAYED)).isEqualTo(status(new Fate.Delayed()));
  }

  @Test
  void shouldReadAComplaint() {
    assertThat(read(SampleReport.COMPLAINT)).isEqualTo(new MailReport.Complaint(OURS));
  }

  @ParameterizedTest
  @EnumSource(SampleReport.class)
  void shouldReadTheSameWithLinesAsTheyWereOnTheWire(SampleReport report) {
    String mail = report.on(ANNA, MESSAGE_ID, TOKEN);

    assertThat(read(mail.replace("\n", "\r\n"))).isEqualTo(read(mail));
  }

  @ParameterizedTest
  @CsvSource({"not-spam", "virus", "auth-failure", "other"})
  void shouldTakeNoOtherFeedbackForAComplaint(String type) {
    assertThat(read(complaint().replace("Feedback-Type: abuse", "Feedback-Type: " + type)))
        .isEqualTo(new MailReport.None("it is feedback, but no complaint"));
  }

  @ParameterizedTest
  @CsvSource({"delivered", "relayed", "expanded", "unheard-of"})
  void shouldTellWhatWentOn(String action) {
    assertThat(read(gone().replace("Action: failed", "Action: " + action)))
        .isEqualTo(status(new Fate.Passed()));
  }

  @Test
  void shouldTellEachRecipientOfWhomAReportSpeaks() {
    String more =
        """

        Final-Recipient: RFC822; <ben@example.net>
        Action: Failed
        Status: 4.4.7 (expired)

        --4A0E1200A9.1795424651/mx.papers.example.org
        Content-Description: Undelivered Message
        """;
    String report =
        gone()
            .replace(
                "\n--4A0E1200A9.1795424651/mx.papers.example.org\n"
                    + "Content-Description: Undelivered Message\n",
                more);

    assertThat(read(report))
        .isInstanceOfSatisfying(
            MailReport.Status.class,
            status ->
                assertThat(status.recipients())
                    .hasSize(2)
                    .contains(
                        new RecipientStatus(
                            "ben@example.net", new Fate.Failed(Concern.LATER, "status 4.4.7"))));
  }

  @Test
  void shouldReadOverAnyNumberOfBlankLines() {
    assertThat(read(gone().replace("\nFinal-Recipient:", "\n".repeat(20_000) + "Final-Recipient:")))
        .isEqualTo(read(gone()));
  }

  @Test
  void shouldKeepWhatAStrangerWritesHarmless() {
    String report =
        gone().replace("rejected: User unknown\n\n", "re\u0000jected\u0007 by ben@x.org\n\n");

    assertThat(read(report))
        .isEqualTo(
            status(
                new Fate.Failed(
                    Concern.ADDRESS,
                    "550 5.1.1 <address>: Recipient address re jected by <address>")));
    assertThat(read(report.replace(MESSAGE_ID, "<a\u0000b@example.org>")))
        .isInstanceOfSatisfying(
            MailReport.Status.class, status -> assertThat(status.mail().messageId()).isEmpty());
    assertThat(read(report).toString()).doesNotContain(ANNA);
  }

  @Test
  void shouldReturnNothingWhereNoMailIsReturned() {
    String report = gone().replace("Content-Type: message/rfc822", "Content-Type: text/plain");

    assertThat(read(report))
        .isInstanceOfSatisfying(
            MailReport.Status.class,
            status -> assertThat(status.mail()).isEqualTo(ReturnedMail.NOTHING));
  }

  @Test
  void shouldReadNoMoreThanTheHeadersOfTheMailThatIsReturned() {
    String report = gone().replace("X-Paperwire-Report: " + TOKEN + "\n", "");
    String quoted = report.replace("\n\nPapers.", "\n\nX-Paperwire-Report: " + TOKEN);

    assertThat(read(quoted))
        .isInstanceOfSatisfying(
            MailReport.Status.class, status -> assertThat(status.mail().token()).isEmpty());
  }

  @Test
  void shouldTakeNothingElseForAReport() {
    MailReport none = new MailReport.None("it is no multipart/report");

    assertThat(read("")).isEqualTo(none);
    assertThat(read("no mail at all")).isEqualTo(none);
    assertThat(read("Subject: Out of office\n\nI am away.")).isEqualTo(none);
    assertThat(read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + gone() + "\n--b--"))
        .isEqualTo(none);
    assertThat(
            read(
                "Content-Type: multipart/report; report-type=disposition-notification;"
                    + " boundary=b\n\n--b\nContent-Type: text/plain\n\nread\n--b--"))
        .isEqualTo(new MailReport.None("it is a report of another kind"));
    assertThat(read("Content-Type: multipart/report\n\nwithout a boundary"))
        .isInstanceOf(MailReport.None.class);
  }

  @Test
  void shouldLookIntoNoPart() {
    String nested = gone();
    for (int depth = 0; depth < 1_000; depth++) {
      String edge = "b" + depth;
      nested =
          "Content-Type: multipart/report; boundary=%s\n\n--%s\n%s\n--%s--"
              .formatted(edge, edge, nested, edge);
    }

    assertThat(read(nested)).isEqualTo(new MailReport.None("it is a report of another kind"));
  }

  @Test
  void shouldReadWhatIsHugeInTime() {
    String recipient = "\nFinal-Recipient: rfc822; ben@example.net\nAction: failed\n";
    String many =
        gone().replace("\nFinal-Recipient: ", recipient.repeat(20_000) + "\nFinal-Recipient: ");
    String parts =
        gone().replace("This is a MIME-encapsulated message.", "\n--4A0E1200A9".repeat(80_000));

    String answer =
        gone().replaceAll("Diagnostic-Code: .*", "Diagnostic-Code: smtp; " + "a".repeat(250_000));

    assertThat(answer).hasSizeGreaterThan(250_000);
    assertThat(read(answer)).isInstanceOf(MailReport.Status.class);
    assertThat(read(many)).isInstanceOf(MailReport.Status.class);
    assertThat(read(parts)).isInstanceOf(MailReport.Status.class);
    assertThat(read("X: " + "y".repeat(1_000_000))).isInstanceOf(MailReport.None.class);
  }

  @Test
  void shouldThrowNothingWhateverIsBroken() {
    Random random = new Random(20_261_123);
    byte[] report = gone().getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 2_000; round++) {
      byte[] broken = report.clone();
      for (int count = 0; count < 20; count++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      assertThat(ReportReader.read(broken)).isNotNull();
    }
  }

  private static MailReport status(Fate fate) {
    return new MailReport.Status(OURS, List.of(new RecipientStatus(ANNA, fate)));
  }

  private static String gone() {
    return SampleReport.POSTFIX_GONE.on(ANNA, MESSAGE_ID, TOKEN);
  }

  private static String complaint() {
    return SampleReport.COMPLAINT.on(ANNA, MESSAGE_ID, TOKEN);
  }

  private static MailReport read(SampleReport report) {
    return read(report.on(ANNA, MESSAGE_ID, TOKEN));
  }

  private static MailReport read(String mail) {
    return ReportReader.read(mail.getBytes(StandardCharsets.UTF_8));
  }
}
