package io.paperwire.notify.mail.smtp;

import io.micronaut.email.Email;
import io.micronaut.email.EmailException;
import io.micronaut.email.TransactionalEmailSender;
import io.micronaut.email.javamail.composer.MessageComposer;
import io.paperwire.notify.mail.MailOutcome;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends mails of Micronaut Email over kept connections. Whatever the server does is an outcome; an
 * exception means that no message could be made of the mail.
 */
@Singleton
@Named(SmtpSender.NAME)
final class SmtpSender implements TransactionalEmailSender<Message, MailOutcome> {

  static final String NAME = "smtp";

  private static final String MESSAGE_ID = "Message-ID";

  private final SmtpConnections connections;
  private final MessageComposer composer;

  SmtpSender(SmtpConnections connections, MessageComposer composer) {
    this.connections = connections;
    this.composer = composer;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public MailOutcome send(Email email, Consumer<Message> request) {
    Message message;
    try {
      message = message(email, request);
    } catch (MessagingException failure) {
      throw new EmailException(failure);
    }
    return onKept(message).orElseGet(() -> onFresh(message));
  }

  private Message message(Email email, Consumer<Message> request) throws MessagingException {
    Message message = composer.compose(email, connections.session());
    request.accept(message);
    String[] chosen = message.getHeader(MESSAGE_ID);
    message.saveChanges();
    if (chosen != null) {
      // Saving made a new one.
      message.setHeader(MESSAGE_ID, chosen[0]);
    }
    return message;
  }

  private Optional<MailOutcome> onKept(Message message) {
    return connections.kept().flatMap(kept -> onKept(kept, message));
  }

  /** Empty if the connection turned out to be over before the mail could have been taken. */
  private Optional<MailOutcome> onKept(KeptTransport transport, Message message) {
    try {
      return Optional.of(converse(transport, message));
    } catch (MessagingException failure) {
      boolean answered = end(transport, failure);
      boolean isOver = !answered || SmtpAnswers.isFarewell(failure);
      return isOver && !transport.handedOver()
          ? Optional.empty()
          : Optional.of(SmtpAnswers.failed(failure, transport.handedOver()));
    }
  }

  /** Over a new connection, or one of ours where the server allows no more. */
  private MailOutcome onFresh(Message message) {
    try {
      return onFresh(connections.fresh(), message);
    } catch (NoConnection refusal) {
      return connections.isLimited(refusal)
          ? onKept(message).orElseGet(() -> onFresh(message))
          : refusal.outcome();
    }
  }

  private MailOutcome onFresh(KeptTransport transport, Message message) {
    try {
      return converse(transport, message);
    } catch (MessagingException failure) {
      end(transport, failure);
      return SmtpAnswers.failed(failure, transport.handedOver());
    }
  }

  private MailOutcome converse(KeptTransport transport, Message message) throws MessagingException {
    transport.begin();
    try {
      transport.sendMessage(message, message.getAllRecipients());
    } catch (RuntimeException | Error failure) {
      // Nobody knows how far it came, and it would count as one in use.
      connections.close(transport);
      throw failure;
    }
    MailOutcome outcome = SmtpAnswers.accepted(transport.getLastServerResponse());
    connections.keep(transport);
    return outcome;
  }

  /** Keeps the connection after an answer, unless the server hangs up; tells if there was one. */
  private boolean end(KeptTransport transport, MessagingException failure) {
    boolean answered = SmtpAnswers.isAnswered(failure);
    boolean mayFollow = answered && !SmtpAnswers.isFarewell(failure) && !transport.isOutOfStep();
    if (mayFollow && transport.isConnected()) {
      connections.keep(transport);
    } else {
      connections.close(transport);
    }
    return answered;
  }
}
