/**
 * Accounts: who subscribes, to what, and how that changes.
 *
 * <p>{@link io.paperwire.notify.web.account.PreferencesRules} is the only judge of what a
 * subscriber may ask for and says what is wrong beside the field it is wrong in. {@link
 * io.paperwire.notify.web.account.Subscriptions} is every step of a subscription's life, each one
 * database transaction that also writes the outbox: sign-up (a mail, nothing else), confirmation
 * (double opt-in), change, end, erasure. {@link io.paperwire.notify.web.account.SubscriptionLinks}
 * lets other packages hang something on a subscription without knowing its tables. There are no
 * passwords; what a link may do is signed into it. Answers never tell whether an address is known.
 */
@NullMarked
package io.paperwire.notify.web.account;

import org.jspecify.annotations.NullMarked;
