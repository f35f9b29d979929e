package io.paperwire.notify.mail;

/** Hands mails to a mail server. Safe for use by many threads. */
@FunctionalInterface
public interface Mailer {

  /**
   * Sends one mail and waits for the server's answer. Takes no longer than the configured timeouts;
   * never throws for what a server or the network does.
   */
  MailOutcome send(OutgoingMail mail);
}
