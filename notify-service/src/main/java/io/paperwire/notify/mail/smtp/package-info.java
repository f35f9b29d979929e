/**
 * Sends mails by SMTP, behind Micronaut Email.
 *
 * <p>{@link io.paperwire.notify.mail.smtp.MicronautMailer} is the {@link
 * io.paperwire.notify.mail.Mailer} of the application. It hands mails to Micronaut's {@code
 * EmailSender}, so that decorators of the application apply, and Micronaut hands them to {@link
 * io.paperwire.notify.mail.smtp.SmtpSender}. Micronaut's own sender opens a connection for each
 * mail and tells of any failure in the same way; this one keeps connections ({@link
 * io.paperwire.notify.mail.smtp.SmtpConnections}) and reads from the server's answer what is to be
 * done next ({@link io.paperwire.notify.mail.smtp.SmtpAnswers}).
 */
@NullMarked
package io.paperwire.notify.mail.smtp;

import org.jspecify.annotations.NullMarked;
