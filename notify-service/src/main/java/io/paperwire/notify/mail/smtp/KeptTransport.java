package io.paperwire.notify.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server that serves many mails, one at a time. It knows whether the mail
 * in hand was handed over whole: from the line with the single dot on, the server may have taken
 * it, whatever happens to the answer (RFC 5321, section 4.2.5).
 */
class KeptTransport extends SMTPTransport {

  private boolean handedOver;
  private int mails;

  KeptTransport(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
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
    super.finishData();
  }
}
