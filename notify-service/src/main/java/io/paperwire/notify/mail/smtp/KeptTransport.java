package io.paperwire.notify.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server that serves many mails, one at a time. It knows whether the mail
 * in hand was handed over whole: from the line with the single dot on, the server may have taken
 * it, whatever happens to the answer (RFC 5321, section 4.2.5).
 */
class KeptTransport extends SMTPTransport {

  private final Duration patience;
  private boolean handedOver;
  private boolean awaitsVerdict;
  private int mails;

  /**
   * A connection that is not made yet.
   *
   * @param patience longest time to wait for the answer to a whole mail
   */
  KeptTransport(Session session, Duration patience) {
    super(session, new URLName("smtp", null, -1, null, null, null));
    this.patience = patience;
  }

  /** To be called before each mail. */
  void begin() {
    handedOver = false;
    mails++;
  }

  /** How many mails were begun on this connection. */
  int mails() {
    return mails;
  }

  /** Whether the end of the mail in hand was sent. */
  boolean handedOver() {
    return handedOver;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    handedOver = true;
    awaitsVerdict = true;
    try {
      super.finishData();
    } finally {
      awaitsVerdict = false;
    }
  }

  /**
   * Many a server reads a whole mail for viruses before it answers. Whoever hangs up meanwhile does
   * not know whether it was taken, and has to send it again; a client should wait for ten minutes
   * (RFC 5321, section 4.5.3.2.6).
   */
  @Override
  protected int readServerResponse() throws MessagingException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return super.readServerResponse();
      } catch (MessagingException failure) {
        boolean isSilent = failure.getCause() instanceof SocketTimeoutException;
        if (!awaitsVerdict || !isSilent || System.nanoTime() - end >= 0) {
          throw failure;
        }
      }
    }
  }
}
