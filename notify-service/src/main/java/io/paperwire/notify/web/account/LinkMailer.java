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

/** Mails the links with which subscriptions are confirmed and managed. */
final class LinkMailer {

  private static final Logger LOG = LoggerFactory.getLogger(LinkMailer.class);

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

  private List<String> words(Preferences preferences) {
    List<String> words = new ArrayList<>();
    preferences.topics().forEach(id -> words.add(topics.label(id).orElse(id)));
    preferences.phrases().forEach(phrase -> words.add("\u201c" + phrase + "\u201d"));
    words.addAll(preferences.queries());
    words.addAll(preferences.authors());
    return words;
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
      case MailOutcome.Deferred(String answer) -> {
        LOG.warn("the link mail of subscriber {} was deferred: {}", id, answer);
        yield false;
      }
      case MailOutcome.Unreachable(String reason) -> {
        LOG.warn("the link mail of subscriber {} could not be sent: {}", id, reason);
        yield false;
      }
    };
  }
}
