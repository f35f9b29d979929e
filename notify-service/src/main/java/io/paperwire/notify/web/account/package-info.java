/**
 * Accounts: who subscribes, to what, and how that changes.
 *
 * <p>{@link io.paperwire.notify.web.account.PreferencesRules} is the only judge of what a
 * subscriber may ask for and says what is wrong beside the field it is wrong in. {@link
 * io.paperwire.notify.web.account.Subscriptions} is every step of a subscription's life, each one
 * database transaction that also writes the outbox: sign-up (a mail, nothing else), confirmation
 * (double opt-in), change, end, erasure. {@link io.paperwire.notify.web.account.SubscriptionLinks}
 * lets other packages hang something on a subscription without knowing its tables. {@link
 * io.paperwire.notify.web.account.DeliveryReports} acts on mails that come back and on complaints,
 * and on the ledger of deliveries for it. There are no passwords; what a link may do is signed into
 * it. Only a link that was asked for erases: those of digests are handed on with them.
 *
 * <p>No answer tells whether an address is known, and neither does the time until a mail server has
 * answered: a sign-up sends a mail either way, and who asks for a link is answered before it is
 * sent. What differs is a statement or two of the database. A sign-up that comes too soon after
 * another is told so, whether the address is known or not; whether a link was asked for does not
 * count there.
 */
@NullMarked
package io.paperwire.notify.web.account;

import org.jspecify.annotations.NullMarked;
