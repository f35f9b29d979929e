package io.paperwire.notify.web.account;

import io.paperwire.notify.mail.report.MailReport;
import io.paperwire.notify.mail.report.RecipientStatus;
import io.paperwire.notify.mail.report.RecipientStatus.Fate;
import io.paperwire.notify.mail.report.ReportReader;
import io.paperwire.notify.mail.report.ReturnedMail;
import io.paperwire.notify.mail.smtp.SmtpRefusal;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.web.outbox.OutboxTable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts on what comes back of digests: bounces that come after a server had taken the mail, and
 * complaints. A report counts only if it returns the token and the Message-ID of a digest that went
 * to the token's subscriber.
 */
@Singleton
@WebRole
public class DeliveryReports {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryReports.class);

  private final Jdbi database;
  private final SubscriptionLinks links;

  DeliveryReports(Jdbi database, SubscriptionLinks links) {
    this.database = database;
    this.links = links;
  }

  /** Whom a report concerns, and which of their mails. */
  private record Subject(Subscriber subscriber, DeliveryTable.Mail mail) {}

  @FunctionalInterface
  private interface Step {
    ReportOutcome on(Handle handle, Subject subject, Instant now);
  }

  /**
   * Takes a mail that may be a report, and does what follows from it, once.
   *
   * @param mail as it came (RFC 822)
   */
  public ReportOutcome take(byte[] mail) {
    ReportOutcome outcome =
        switch (ReportReader.read(mail)) {
          case MailReport.Status(ReturnedMail returned, List<RecipientStatus> recipients) ->
              proven(returned, (handle, subject, now) -> told(handle, subject, recipients, now));
          case MailReport.Complaint(ReturnedMail returned) ->
              proven(returned, DeliveryReports::complained);
          case MailReport.None _ -> ReportOutcome.NO_REPORT;
        };
    LOG.info("A delivery report was handed in: {}", outcome.words());
    return outcome;
  }

  private ReportOutcome proven(ReturnedMail returned, Step step) {
    Optional<UUID> id = returned.token().flatMap(token -> links.holder(token, TokenScope.REPORT));
    if (id.isEmpty()) {
      return ReportOutcome.UNPROVEN;
    }
    return database.inTransaction(
        handle ->
            returned
                .messageId()
                .flatMap(messageId -> subject(handle, id.get(), messageId))
                .map(subject -> step.on(handle, subject, links.now()))
                .orElse(ReportOutcome.UNKNOWN_MAIL));
  }

  private static Optional<Subject> subject(Handle handle, UUID id, String messageId) {
    return new AccountTable(handle)
        .lock(id)
        .flatMap(
            subscriber ->
                new DeliveryTable(handle)
                    .lock(id, messageId)
                    .map(mail -> new Subject(subscriber, mail)));
  }

  /** A list that we write to may have told of one of its members; that is not the list's end. */
  private static ReportOutcome told(
      Handle handle, Subject subject, List<RecipientStatus> recipients, Instant now) {
    String address = subject.subscriber().address();
    return recipients.stream()
        .filter(recipient -> recipient.recipient().equalsIgnoreCase(address))
        .findFirst()
        .map(recipient -> told(handle, subject, recipient.fate(), now))
        .orElse(ReportOutcome.OTHER_RECIPIENT);
  }

  private static ReportOutcome told(Handle handle, Subject subject, Fate fate, Instant now) {
    return switch (fate) {
      case Fate.Failed(SmtpRefusal.Concern concern, String answer) ->
          switch (concern) {
            case ADDRESS, MAILBOX_FULL -> bounced(handle, subject, answer, now);
            case LATER, MAIL, POLICY, ALL_MAILS -> {
              LOG.warn("Digest {} came back: {}", subject.mail().digestId(), answer);
              yield ReportOutcome.NOT_THE_ADDRESS;
            }
          };
      case Fate.Delayed(), Fate.Passed() -> ReportOutcome.NO_FAILURE;
    };
  }

  private static ReportOutcome bounced(Handle handle, Subject subject, String answer, Instant now) {
    DeliveryTable.Mail mail = subject.mail();
    if (mail.isUnderWay()) {
      return ReportOutcome.TOO_EARLY;
    }
    if (!mail.isSent()) {
      return ReportOutcome.ALREADY;
    }
    LOG.info("Digest {} came back: {}", mail.digestId(), answer);
    new DeliveryTable(handle).refuse(mail.digestId(), answer);
    new OutboxTable(handle).addBounced(subject.subscriber().id(), mail.digestId(), answer, now);
    return ReportOutcome.BOUNCED;
  }

  /** A mail from before the subscription was begun anew says nothing against it. */
  private static ReportOutcome complained(Handle handle, Subject subject, Instant now) {
    UUID id = subject.subscriber().id();
    AccountTable accounts = new AccountTable(handle);
    if (accounts.confirmedAt(id).filter(subject.mail().at()::isAfter).isEmpty()) {
      return ReportOutcome.ALREADY;
    }
    LOG.info("Subscription {} is over: its reader complained", id);
    new OutboxTable(handle).addComplained(id, subject.mail().digestId(), now);
    accounts.end(id, now);
    return ReportOutcome.COMPLAINED;
  }
}
