package io.paperwire.embedded.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.embedded.process.LoopbackPort;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MailboxIT {

  private final Mailbox mailbox = Mailbox.start(LoopbackPort.free(), LoopbackPort.free());

  @AfterEach
  void close() {
    mailbox.close();
  }

  @Test
  void shouldShowMailsWithoutRunningWhatIsInThem() throws Exception {
    send(
        "reader@example.org",
        "A <b>bold</b> subject",
        "plain & simple https://example.org/?a=1&b=2",
        "<!doctype html><html><head><title>t</title></head><body><p>rich"
            + " <script>alert(1)</script></p></body></html>");

    assertThat(mailbox.mail(1).orElseThrow().html().orElseThrow())
        .contains("<p>rich <script>alert(1)</script></p>");
    assertThat(get("/").body()).contains("A &lt;b&gt;bold&lt;/b&gt; subject");
    assertThat(get("/mails/1").body())
        .contains("plain &amp; simple <a href=\"https://example.org/?a=1&amp;b=2\"")
        .doesNotContain("<script>");
    HttpResponse<String> frame = get("/mails/1/html");
    assertThat(frame.body())
        .startsWith("<!doctype html><html><head><base target=\"_blank\"><title>")
        .contains("<p>rich <script>alert(1)</script></p>");
    assertThat(frame.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "sandbox allow-popups")
        .doesNotContain("allow-scripts");
    assertThat(get("/mails/1/source").body()).contains("Subject: A <b>bold</b> subject");
  }

  @Test
  void shouldNumberMailsInTheOrderOfArrivalWhoeverTheyAreFor() throws Exception {
    send("zoe@example.org", "first", "1", "<p>1");
    send("ada@example.org", "second", "2", "<p>2");
    send("zoe@example.org", "third", "3", "<p>3");

    assertThat(mailbox.mails()).extracting(Mail::number).containsExactly(1, 2, 3);
    assertThat(mailbox.mails())
        .extracting(Mail::subject)
        .containsExactly("first", "second", "third");
    assertThat(get("/").body().replaceAll("(?s)<[^>]*>", " "))
        .containsSubsequence("3 mails, newest first", "third", "second", "first");
  }

  @Test
  void shouldKeepTheNewestAndSaySo() throws Exception {
    try (Mailbox small =
        Mailbox.start(LoopbackPort.free(), LoopbackPort.free(), new MailboxCapacity(3, 1 << 20))) {
      for (int number = 1; number <= 5; number++) {
        send(small, "zoe@example.org", "subject " + number, "text", "<p>html");
      }

      assertThat(small.mails()).extracting(Mail::number).containsExactly(3, 4, 5);
      assertThat(small.atServer()).isZero();
      assertThat(small.mail(2)).isEmpty();
      assertThat(small.mail(3).orElseThrow().subject()).isEqualTo("subject 3");
      assertThat(get(small, "/").body())
          .contains("3 mails, newest first. Only the newest are kept, in memory: 3 mails at most")
          .doesNotContain("subject 2");
      assertThat(get(small, "/mails/2").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void shouldKeepNoMoreThanFitsIntoItsMemory() throws Exception {
    try (Mailbox small =
        Mailbox.start(LoopbackPort.free(), LoopbackPort.free(), new MailboxCapacity(9, 30_000))) {
      send(small, "zoe@example.org", "first", "t".repeat(10_000), "<p>html");
      send(small, "zoe@example.org", "second", "t".repeat(12_000), "<p>html");
      assertThat(small.mails()).extracting(Mail::number).containsExactly(1, 2);

      send(small, "zoe@example.org", "third", "t".repeat(40_000), "<p>html");
      assertThat(small.mails()).extracting(Mail::number).containsExactly(3);
    }
  }

  @Test
  void shouldShowManyMailsInSeveralPages() throws Exception {
    for (int number = 1; number <= 102; number++) {
      send("zoe@example.org", "subject " + number, "text", "<p>html");
    }

    String newest = get("/").body();
    String older = get("/?before=3").body();

    assertThat(newest)
        .contains("102 mails", "http-equiv=\"refresh\"", "subject 102<", "subject 3<")
        .contains("<a href=\"/?before=3\">Older mails</a>")
        .doesNotContain("subject 2<");
    assertThat(older)
        .contains("102 mails", "subject 2<", "subject 1<")
        .doesNotContain("refresh", "subject 3<", "Older mails");
  }

  @Test
  void shouldAnswerOnlyWhatItKnows() throws Exception {
    assertThat(get("/").body()).contains("No mail yet");
    assertThat(get("/mails/1").statusCode()).isEqualTo(404);
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(
              http.send(
                      HttpRequest.newBuilder(URI.create(mailbox.pageUrl()))
                          .POST(BodyPublishers.noBody())
                          .build(),
                      BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(405);
    }
  }

  /** A page elsewhere could otherwise read the mails by letting its own name point here. */
  @Test
  void shouldAnswerUnderItsOwnNameOnly() throws Exception {
    assertThat(getUnderName("rebound.example.org")).startsWith("HTTP/1.1 421 ");
    assertThat(getUnderName("localhost")).startsWith("HTTP/1.1 200 ");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(mailbox, path);
  }

  private static HttpResponse<String> get(Mailbox mailbox, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(mailbox.pageUrl() + path)).build(),
          BodyHandlers.ofString());
    }
  }

  private String getUnderName(String name) throws IOException {
    URI page = URI.create(mailbox.pageUrl());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET / HTTP/1.1\r\nHost: " + name + ":80\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    }
  }

  private void send(String to, String subject, String text, String html) throws Exception {
    send(mailbox, to, subject, text, html);
  }

  private static void send(Mailbox mailbox, String to, String subject, String text, String html)
      throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", mailbox.smtpHost());
    properties.put("mail.smtp.port", mailbox.smtpPort());
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("papers@example.org"));
    message.setRecipient(RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    MimeBodyPart textPart = new MimeBodyPart();
    textPart.setText(text, "UTF-8");
    MimeBodyPart htmlPart = new MimeBodyPart();
    htmlPart.setText(html, "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", textPart, htmlPart));
    Transport.send(message);
  }
}
