/**
 * Sends digests: the protocol of claim, send and settle, and what surrounds it.
 *
 * <p>{@link io.paperwire.notify.deliver.sending.Deliverer} takes one digest through the protocol.
 * It knows the ledger, the address book and the mailer by their interfaces only. {@link
 * io.paperwire.notify.deliver.sending.Retries} brings back what the ledger holds when its time has
 * come. {@link io.paperwire.notify.deliver.sending.ServerWatch} tells a mail server that is away,
 * which is no digest's fault and stops everything, from a mail that is put off, which counts
 * against that digest and stops nobody else. {@link
 * io.paperwire.notify.deliver.sending.DeniedAlone} has all digests of a subscriber wait whose mails
 * alone are denied. {@link io.paperwire.notify.deliver.sending.Lanes} sends to many subscribers at
 * once and to each in order. {@link io.paperwire.notify.deliver.sending.Announcer} tells the others
 * what became of it.
 */
@NullMarked
package io.paperwire.notify.deliver.sending;

import org.jspecify.annotations.NullMarked;
