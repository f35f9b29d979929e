package io.paperwire.notify.web.account;

import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.notify.mail.Mailer;
import io.paperwire.notify.mail.OutgoingMail;
import io.paperwire.notify.mail.render.ConfirmationRequest;
import io.paperwire.notify.mail.render.MailRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails the links with which subscriptions are confirmed, managed and erased. */
final class LinkMailer {

  private static final Logger LOG = LoggerFactory.getLogger(LinkMailer.class);

  private static final int MOST_TOPICS = 12;

  private final MailRenderer renderer;
  private final Mailer mailer;
  private final TopicNames topics;

  LinkMailer(MailRenderer renderer, Mailer mailer, TopicNames topics) {
    this.renderer = renderer;
    this.mailer = mailer;
    this.topics = topics;
  }

  /** Mails the link that confirms a subscription; whether a mail server took it. */
  boolean sendConfirmation(UUID id, String address, Preferences preferences) {
    return send(
        id,
        renderer.confirmation(
            new ConfirmationRequest(
                id, address, words(preferences), preferences.cadence().contract())));
  }

  /** Mails the link that manages a subscription; whether a mail server took it. */
  boolean sendManageLink(UUID id, String address) {
    return send(id, renderer.manageLink(id, address));
  }

  /** Mails the link with which all is erased; as above. */
  boolean sendErasure(UUID id, String address) {
    return send(id, renderer.erasure(id, address));
  }

  /** Mails a subscriber for whom somebody signed up again that nothing came of it; as above. */
  boolean sendKnown(UUID id, String address) {
    return send(id, renderer.known(id, address));
  }

  /**
   * What was asked for, in our own words. Anybody can have this mail sent to anybody, so it brings
   * nothing of what they typed: no text, and no address that a mail client would make a link of.
   */
  private List<String> words(Preferences preferences) {
    List<String> words = new ArrayList<>();
    preferences.topics().stream()
        .limit(MOST_TOPICS)
        .forEach(id -> words.add(topics.label(id).orElse(id)));
    count(preferences.topics().size() - MOST_TOPICS, "more topic", "more topics", words);
    count(preferences.phrases().size(), "word or phrase", "words or phrases", words);
    count(preferences.authors().size(), "author", "authors", words);
    count(preferences.queries().size(), "query", "queries", words);
    return words;
  }

  private static void count(int things, String one, String several, List<String> words) {
    if (things > 0) {
      words.add(things + " " + (things == 1 ? one : several));
    }
  }

  /**
   * A refusal counts as sent: to answer otherwise would tell which addresses exist, and there is
   * nothing that the visitor could do but look at the address again.
   */
  private boolean send(UUID id, OutgoingMail mail) {
    return switch (mailer.send(mail)) {
      case MailOutcome.Accepted _, MailOutcome.Unanswered _ -> true;
      case MailOutcome.Refused(String answer) -> {
        LOG.warn("the link mail of subscriber {} was refused: {}", id, answer);
        yield true;
      }
      case MailOutcome.MailboxFull(String answer) -> {
        LOG.warn("the mailbox of subscriber {}, for a link mail, is full: {}", id, answer);
        yield true;
      }
      case MailOutcome.Deferred(String answer) -> {
        LOG.warn("the link mail of subscriber {} was deferred: {}", id, answer);
        yield false;
      }
      case MailOutcome.Rejected(String answer) -> {
        LOG.warn("the link mail of subscriber {} was rejected: {}", id, answer);
        yield false;
      }
      case MailOutcome.Denied(String answer) -> {
        LOG.error("the mail server denies the link mail of subscriber {}: {}", id, answer);
        yield false;
      }
      case MailOutcome.Unwelcome(String answer) -> {
        LOG.error("the mail server takes no mail of ours, of subscriber {} too: {}", id, answer);
        yield false;
      }
      case MailOutcome.Unreachable(String reason) -> {
        LOG.warn("the link mail of subscriber {} could not be sent: {}", id, reason);
        yield false;
      }
    };
  }
}
