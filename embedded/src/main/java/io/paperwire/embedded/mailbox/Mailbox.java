package io.paperwire.embedded.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.paperwire.embedded.process.LoopbackPort;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An SMTP server that keeps every mail in memory, with a page that shows them. */
public final class Mailbox implements AutoCloseable {

  private final int smtpPort;
  private final GreenMail smtp;
  private final MailboxServer page;

  private Mailbox(int smtpPort, GreenMail smtp, int pagePort) {
    this.smtpPort = smtpPort;
    this.smtp = smtp;
    this.page = MailboxServer.start(this, pagePort);
  }

  /**
   * Starts a mailbox.
   *
   * @param smtpPort loopback port that takes mails
   * @param pagePort loopback port of the page
   */
  public static Mailbox start(int smtpPort, int pagePort) {
    LoopbackPort.requireFree(smtpPort, "the mailbox's SMTP");
    LoopbackPort.requireFree(pagePort, "the mailbox's page");
    GreenMail smtp =
        new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    return new Mailbox(smtpPort, smtp, pagePort);
  }

  /** All mails in the order of arrival. */
  public List<Mail> mails() {
    MimeMessage[] messages = smtp.getReceivedMessages();
    List<Mail> mails = new ArrayList<>();
    for (int i = 0; i < messages.length; i++) {
      mails.add(Mail.read(i + 1, messages[i]));
    }
    return List.copyOf(mails);
  }

  /** One mail. */
  public Optional<Mail> mail(int number) {
    MimeMessage[] messages = smtp.getReceivedMessages();
    return number >= 1 && number <= messages.length
        ? Optional.of(Mail.read(number, messages[number - 1]))
        : Optional.empty();
  }

  /** Host of the SMTP server. */
  public String smtpHost() {
    return "127.0.0.1";
  }

  /** Port of the SMTP server. */
  public int smtpPort() {
    return smtpPort;
  }

  /** Address of the page. */
  public String pageUrl() {
    return page.url();
  }

  @Override
  public void close() {
    page.close();
    smtp.stop();
  }
}
