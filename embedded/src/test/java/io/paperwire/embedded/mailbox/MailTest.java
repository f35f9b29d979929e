package io.paperwire.embedded.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class MailTest {

  private static final Instant ARRIVAL = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void shouldDecodeWhatPeopleRead() throws Exception {
    Mail mail =
        read(
            """
            From: =?UTF-8?Q?J=C3=B6rg?= <joerg@example.org>
            To: ada@example.org, =?UTF-8?B?w4lsaXNl?= <elise@example.org>
            Subject: =?UTF-8?Q?=C3=9Cber?= papers
            List-Unsubscribe: <https://example.org/u>
            Content-Type: multipart/alternative; boundary=x

            --x
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            caf=C3=A9
            --x
            Content-Type: text/html; charset=UTF-8

            <p>rich</p>
            --x--
            """);

    assertThat(mail.from()).isEqualTo("Jörg <joerg@example.org>");
    assertThat(mail.to()).isEqualTo("ada@example.org, Élise <elise@example.org>");
    assertThat(mail.subject()).isEqualTo("Über papers");
    assertThat(mail.header("list-unsubscribe")).contains("<https://example.org/u>");
    assertThat(mail.receivedAt()).isEqualTo(ARRIVAL);
    assertThat(mail.text()).contains("café");
    assertThat(mail.html()).contains("<p>rich</p>");
  }

  @Test
  void shouldTakeAMailWithNextToNothing() throws Exception {
    Mail mail = read("X-Empty: yes\n\n");

    assertThat(mail.from()).isEmpty();
    assertThat(mail.to()).isEmpty();
    assertThat(mail.subject()).isEmpty();
    assertThat(mail.html()).isEmpty();
  }

  @Test
  void shouldKeepWhatItCannotDecode() throws Exception {
    Mail mail =
        read(
            """
            From: <<not an address
            Subject: =?no-such-charset?Q?abc?=
            Content-Type: text/plain; charset=no-such-charset

            plain words
            """);

    assertThat(mail.from()).isEqualTo("<<not an address");
    assertThat(mail.subject()).isEqualTo("=?no-such-charset?Q?abc?=");
    assertThat(mail.text().orElseThrow().strip()).isEqualTo("plain words");
  }

  @Test
  void shouldTakeAMailWhosePartsAreBroken() throws Exception {
    Mail mail =
        read(
            """
            Subject: broken
            Content-Type: multipart/alternative; boundary=x

            no boundary here
            """);

    assertThat(mail.subject()).isEqualTo("broken");
    assertThat(mail.text()).isEmpty();
    assertThat(mail.source()).contains("no boundary here");
  }

  private static Mail read(String source) throws MessagingException {
    MimeMessage message =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(
                source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))) {
          @Override
          public Date getReceivedDate() {
            return Date.from(ARRIVAL);
          }
        };
    return Mail.read(1, message);
  }
}
