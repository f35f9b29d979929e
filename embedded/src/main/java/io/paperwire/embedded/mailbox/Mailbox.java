package io.paperwire.embedded.mailbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.paperwire.embedded.process.LoopbackPort;
import jakarta.mail.Flags.Flag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An SMTP server that keeps the newest mails in memory, with a page that shows them. */
public final class Mailbox implements AutoCloseable {

  private final int smtpPort;
  private final GreenMail smtp;
  private final MailFolder inbox;
  private final MailboxCapacity capacity;
  private final MailboxServer page;
  private final Deque<Mail> kept = new ArrayDeque<>();
  private long characters;
  private int arrived;

  private Mailbox(
      int smtpPort, GreenMail smtp, MailFolder inbox, int pagePort, MailboxCapacity capacity) {
    this.smtpPort = smtpPort;
    this.smtp = smtp;
    this.inbox = inbox;
    this.capacity = capacity;
    this.page = MailboxServer.start(this, pagePort);
  }

  /**
   * Starts a mailbox that keeps everything.
   *
   * @param smtpPort loopback port that takes mails
   * @param pagePort loopback port of the page
   */
  public static Mailbox start(int smtpPort, int pagePort) {
    return start(smtpPort, pagePort, MailboxCapacity.ALL);
  }

  /**
   * Starts a mailbox.
   *
   * @param smtpPort loopback port that takes mails
   * @param pagePort loopback port of the page
   * @param capacity how much it keeps
   */
  public static Mailbox start(int smtpPort, int pagePort, MailboxCapacity capacity) {
    LoopbackPort.requireFree(smtpPort, "the mailbox's SMTP");
    LoopbackPort.requireFree(pagePort, "the mailbox's page");
    GreenMail smtp =
        new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    GreenMailUser everybody = everybody(smtp.getUserManager());
    Mailbox mailbox =
        new Mailbox(smtpPort, smtp, inbox(smtp.getUserManager(), everybody), pagePort, capacity);
    // Gives every recipient the same inbox, so that there is one order of arrival and a mail never
    // changes its number. By default each recipient would get an inbox. Asked before each arrival,
    // it also makes sure that the server itself never holds more than those that are arriving.
    smtp.getUserManager()
        .setMessageDeliveryHandler(
            (message, recipient) -> {
              mailbox.takeIn();
              return everybody;
            });
    smtp.start();
    return mailbox;
  }

  /** The mails that are kept, in the order of arrival. */
  public synchronized List<Mail> mails() {
    takeIn();
    return List.copyOf(kept);
  }

  /** One mail, by its number; nothing if it never came or is not kept any more. */
  public Optional<Mail> mail(int number) {
    List<Mail> mails = mails();
    int place = mails.isEmpty() ? -1 : number - mails.getFirst().number();
    return place >= 0 && place < mails.size() ? Optional.of(mails.get(place)) : Optional.empty();
  }

  /** How much it keeps. */
  public MailboxCapacity capacity() {
    return capacity;
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

  /** How many mails the server holds that were not taken from it. */
  int atServer() {
    return inbox.getMessageCount();
  }

  /** Takes from the server what has arrived, and lets go of the oldest that is too much. */
  private synchronized void takeIn() {
    List<StoredMessage> messages = inbox.getNonDeletedMessages();
    if (messages.isEmpty()) {
      return;
    }
    for (StoredMessage message : messages) {
      message.setFlag(Flag.DELETED, true);
      Mail mail = Mail.read(++arrived, message.getMimeMessage());
      kept.addLast(mail);
      characters += mail.source().length();
    }
    try {
      inbox.expunge();
    } catch (FolderException e) {
      throw new IllegalStateException("the mailbox cannot empty its inbox", e);
    }
    while (kept.size() > 1
        && (kept.size() > capacity.mails() || characters > capacity.characters())) {
      characters -= kept.removeFirst().source().length();
    }
  }

  private static GreenMailUser everybody(UserManager users) {
    try {
      return users.createUser("everybody@localhost", "everybody", "");
    } catch (UserException e) {
      throw new IllegalStateException("the mailbox cannot make its user", e);
    }
  }

  private static MailFolder inbox(UserManager users, GreenMailUser user) {
    try {
      return users.getImapHostManager().getInbox(user);
    } catch (FolderException e) {
      throw new IllegalStateException("the mailbox cannot make its inbox", e);
    }
  }
}
