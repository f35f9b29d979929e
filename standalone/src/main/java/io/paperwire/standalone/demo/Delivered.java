package io.paperwire.standalone.demo;

import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.ingest.markup.MarkupText;
import io.paperwire.notify.mail.render.MailRenderer;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A paper that has reached a mailbox.
 *
 * @param paperId canonical id
 * @param at when the mail arrived
 */
record Delivered(String paperId, Instant at) {

  /**
   * What the mails to one address brought, a paper as often as it came. A mail that came again and
   * says so counts once: that is what is promised after a crash between a mail server's answer and
   * its note in the ledger.
   *
   * @param mails the mails to that address
   * @param digests all digests by the Message-ID of their mail
   * @throws DemoFailure if a mail does not show a paper of its digest
   */
  static List<Delivered> in(Collection<Mail> mails, Map<String, Digest> digests) {
    List<Delivered> delivered = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Mail mail : mails) {
      mail.header("Message-ID")
          .filter(id -> seen.add(id) || mail.header(MailRenderer.REPEAT_HEADER).isEmpty())
          .flatMap(id -> Optional.ofNullable(digests.get(id)))
          .ifPresent(
              digest -> {
                for (DigestItem item : digest.getItems()) {
                  requireShown(mail, item);
                  delivered.add(new Delivered(item.getPaperId(), mail.receivedAt()));
                }
              });
    }
    return delivered;
  }

  /** Both parts of the mail must name the paper. */
  private static void requireShown(Mail mail, DigestItem item) {
    Function<String, String> letters =
        text -> text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    String title = letters.apply(item.getTitle());
    boolean inText = mail.text().map(letters).filter(text -> text.contains(title)).isPresent();
    boolean inHtml =
        mail.html()
            .map(MarkupText::withoutReferences)
            .map(letters)
            .filter(text -> text.contains(title))
            .isPresent();
    if (!inText || !inHtml) {
      throw new DemoFailure(
          "the mail '%s' does not show the paper '%s' in its %s"
              .formatted(mail.subject(), item.getTitle(), inText ? "HTML" : "plain text"));
    }
  }
}
