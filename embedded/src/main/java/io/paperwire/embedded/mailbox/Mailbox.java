package io.paperwire.embedded.mailbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
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
  private final List<Mail> read = new ArrayList<>();

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
    keepInOneInbox(smtp);
    smtp.start();
    return new Mailbox(smtpPort, smtp, pagePort);
  }

  /** All mails in the order of arrival. */
  public synchronized List<Mail> mails() {
    MimeMessage[] arrived = smtp.getReceivedMessages();
    for (int i = read.size(); i < arrived.length; i++) {
      read.add(Mail.read(i + 1, arrived[i]));
    }
    return List.copyOf(read);
  }

  /** One mail, by its number. */
  public Optional<Mail> mail(int number) {
    List<Mail> mails = mails();
    return number >= 1 && number <= mails.size()
        ? Optional.of(mails.get(number - 1))
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

  /**
   * Gives every recipient the same inbox, so that there is one order of arrival and a mail never
   * changes its number. By default each recipient would get an inbox.
   */
  private static void keepInOneInbox(GreenMail smtp) {
    UserManager users = smtp.getUserManager();
    try {
      GreenMailUser everybody = users.createUser("everybody@localhost", "everybody", "");
      users.setMessageDeliveryHandler((message, recipient) -> everybody);
    } catch (UserException e) {
      throw new IllegalStateException("the mailbox cannot make its inbox", e);
    }
  }
}
