/**
 * Mails, and what becomes of them.
 *
 * <p>{@code render} turns a digest or a request into an {@link
 * io.paperwire.notify.mail.OutgoingMail OutgoingMail} and knows nothing of the network. {@code
 * smtp} is a {@link io.paperwire.notify.mail.Mailer Mailer} on Micronaut Email. {@code report}
 * reads what comes back later. Whoever sends a mail gets a {@link
 * io.paperwire.notify.mail.MailOutcome MailOutcome} that says what to do next, rather than an
 * exception.
 */
@NullMarked
package io.paperwire.notify.mail;

import org.jspecify.annotations.NullMarked;
