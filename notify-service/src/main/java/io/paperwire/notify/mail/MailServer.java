package io.paperwire.notify.mail;

import java.util.Optional;

/** Tells whether the mail server would take mails now. */
@FunctionalInterface
public interface MailServer {

  /**
   * Greets the server and, where it asks for it, logs in. Takes a few seconds at most.
   *
   * @return why no mail would go through; empty if the server is ready
   */
  Optional<String> problem();
}
