package io.paperwire.notify.mail.smtp;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.email.Contact;
import io.micronaut.email.Email;
import io.micronaut.email.EmailException;
import io.micronaut.email.EmailSender;
import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.notify.mail.Mailer;
import io.paperwire.notify.mail.OutgoingMail;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.Map;

/** Sends mails through Micronaut Email. */
@Singleton
final class MicronautMailer implements Mailer {

  private final EmailSender<Message, MailOutcome> sender;
  private final Contact from;

  MicronautMailer(
      @Named(SmtpSender.NAME) EmailSender<Message, MailOutcome> sender,
      @Property(name = "paperwire.mail.from") String address,
      @Value("${paperwire.mail.from-name:Paperwire}") String name) {
    this.sender = sender;
    this.from = new Contact(address, name);
  }

  @Override
  public MailOutcome send(OutgoingMail mail) {
    Email.Builder email =
        Email.builder()
            .from(from)
            .to(mail.to())
            .subject(mail.subject())
            .body(mail.html(), mail.text());
    try {
      return sender
          .send(email, message -> setHeaders(message, mail))
          .retold(answer -> SmtpAnswers.withoutNameOf(mail.to(), answer));
    } catch (EmailException failure) {
      // Jakarta Mail could not make a message of it: the address is not one, whoever is asked.
      return new MailOutcome.Refused(
          "not sent: " + SmtpAnswers.withoutAddresses(failure.getMessage()));
    }
  }

  private static void setHeaders(Message message, OutgoingMail mail) {
    try {
      message.setHeader("Message-ID", mail.messageId());
      for (Map.Entry<String, String> header : mail.headers().entrySet()) {
        message.setHeader(header.getKey(), header.getValue());
      }
    } catch (MessagingException failure) {
      throw new EmailException(failure);
    }
  }
}
