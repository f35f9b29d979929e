/**
 * The ledger of deliveries: what makes that no digest is mailed twice without saying so, and none
 * is lost.
 *
 * <p>Nobody can hand a mail to a mail server and note that in a database in one step. The ledger
 * brackets the step: a <em>claim</em> is written before a mail is handed over, and <em>settled</em>
 * after the server's answer. A claim that was never settled is left by a process that died in
 * between, and nobody knows whether the mail went out. It is not sent again silently and not
 * dropped silently: after the claim's lease it is claimed again with {@code perhapsSent}, and the
 * mail says at its top that its reader may have got it before.
 *
 * <pre>
 *              claim                    settle
 *   (nothing) ------> claimed ----------------------> sent | refused | failed | skipped
 *                      ^   |  defer
 *          claim due   |   v
 *                     deferred
 * </pre>
 *
 * <p>A digest comes from the topic and stays there until it is settled. Where it has to wait (the
 * server said "later", or another instance holds a claim on it), the ledger takes the record
 * itself, so that the topic's readers go on; from then on it comes from {@link
 * io.paperwire.notify.deliver.ledger.Ledger#due}.
 *
 * <p>Since a claim that is left says "perhaps sent", nobody holds one while they wait: a digest is
 * claimed when its turn to be sent has come, and a claim of which half the lease is gone is given
 * back unused.
 *
 * <p>While a mail is under way its claim is renewed, since a conversation with a mail server may
 * take longer than any lease: that a lease runs out means that the process is dead, or that it was
 * without the database for so long.
 *
 * <p>Each claim has an id of its own. A process that was away too long finds its claim taken over
 * and changes nothing any more.
 */
@NullMarked
package io.paperwire.notify.deliver.ledger;

import org.jspecify.annotations.NullMarked;
