package io.paperwire.notify.mail.report;

import java.util.List;

/** What a mail says that may be a report on one of ours. */
public sealed interface MailReport {

  /**
   * A delivery status notification.
   *
   * @param mail the mail that it returns
   * @param recipients what became of it, for each recipient that the report names
   */
  record Status(ReturnedMail mail, List<RecipientStatus> recipients) implements MailReport {
    public Status {
      recipients = List.copyOf(recipients);
    }
  }

  /**
   * Its reader wants no such mails: they called it spam or fraud, or opted out.
   *
   * @param mail the mail that it returns
   */
  record Complaint(ReturnedMail mail) implements MailReport {}

  /**
   * Neither: a reply, an automatic answer, spam, another kind of report.
   *
   * @param why in our words
   */
  record None(String why) implements MailReport {}
}
