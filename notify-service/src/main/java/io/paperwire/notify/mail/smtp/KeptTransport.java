package io.paperwire.notify.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server that serves many mails, one at a time. It knows whether the mail
 * in hand was handed over whole: from the line with the single dot on, the server may have taken
 * it, whatever happens to the answer (RFC 5321, section 4.2.5).
 */
class KeptTransport extends SMTPTransport {

  private static final int FIRST_REFUSAL = 400;
  private static final Address[] NOBODY = {};

  private final Duration patience;
  private OptionalInt greeting = OptionalInt.empty();
  private boolean handedOver;
  private boolean awaitsVerdict;
  private boolean awaitsAnswer;
  private boolean outOfStep;
  private Optional<Answer> answer = Optional.empty();
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

  private record Answer(int code, String line) {}

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

  /** Whether an answer may come to something that was asked before: no mail may follow here. */
  boolean isOutOfStep() {
    return outOfStep;
  }

  /**
   * The code with which the server refused the connection or the login; empty if it did not answer.
   *
   * @param failure what connecting threw
   */
  OptionalInt refusal(MessagingException failure) {
    if (greeting.orElse(0) >= FIRST_REFUSAL) {
      return greeting;
    }
    int last = getLastReturnCode();
    return failure instanceof AuthenticationFailedException && last >= FIRST_REFUSAL
        ? OptionalInt.of(last)
        : OptionalInt.empty();
  }

  @Override
  protected void mailFrom() throws MessagingException {
    awaitAnswer();
    try {
      super.mailFrom();
    } catch (MessagingException failure) {
      throw asAnswered("MAIL FROM", failure);
    }
  }

  @Override
  protected OutputStream data() throws MessagingException {
    awaitAnswer();
    try {
      return super.data();
    } catch (MessagingException failure) {
      throw asAnswered("DATA", failure);
    }
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    handedOver = true;
    awaitsVerdict = true;
    awaitAnswer();
    try {
      super.finishData();
    } catch (MessagingException failure) {
      throw asAnswered(".", failure);
    } finally {
      awaitsVerdict = false;
    }
  }

  private void awaitAnswer() {
    answer = Optional.empty();
    awaitsAnswer = true;
  }

  /** After a refusal Angus clears up with RSET, and throws what becomes of that instead. */
  private MessagingException asAnswered(String command, MessagingException failure) {
    if (failure instanceof SMTPSendFailedException || answer.isEmpty()) {
      return failure;
    }
    outOfStep = true;
    Answer said = answer.get();
    return new SMTPSendFailedException(
        command, said.code(), said.line(), failure, NOBODY, NOBODY, NOBODY);
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
        return noted(super.readServerResponse());
      } catch (MessagingException failure) {
        boolean isSilent = failure.getCause() instanceof SocketTimeoutException;
        if (!awaitsVerdict || !isSilent || System.nanoTime() - end >= 0) {
          throw failure;
        }
      }
    }
  }

  private int noted(int code) {
    if (greeting.isEmpty()) {
      greeting = OptionalInt.of(code);
    }
    if (awaitsAnswer && code >= FIRST_REFUSAL) {
      answer = Optional.of(new Answer(code, getLastServerResponse()));
    }
    awaitsAnswer = false;
    awaitsVerdict = false;
    return code;
  }
}
