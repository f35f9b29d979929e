/**
 * What comes back of mails: delivery status notifications (RFC 3464) and complaints (RFC 5965).
 *
 * <p>{@link io.paperwire.notify.mail.report.ReportReader} reads a raw mail into a {@link
 * io.paperwire.notify.mail.report.MailReport}, and believes nothing of it: anybody can write one.
 * What proves whom it concerns is the token of the mail that it returns ({@link
 * io.paperwire.notify.mail.report.ReturnedMail}), which whoever acts on a report has to check.
 */
@NullMarked
package io.paperwire.notify.mail.report;

import org.jspecify.annotations.NullMarked;
