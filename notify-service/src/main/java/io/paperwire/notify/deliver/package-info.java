/**
 * The role deliver: reads digests, and sends each of them by mail, once.
 *
 * <p>{@code intake} reads the topic, {@code sending} takes a digest from claim to verdict, {@code
 * ledger} remembers, {@code recipient} knows addresses, {@code patience} waits for neighbours. Here
 * they are put together from configuration, started and stopped with the application, and watched
 * by {@code /health}.
 *
 * <p>What if the process dies?
 *
 * <ul>
 *   <li>Before the claim: nothing happened; the digest is read again and sent.
 *   <li>Between claim and settlement: nobody knows whether the mail server took the mail. The
 *       digest is sent again with the same Message-ID, and says at its top that it may be a
 *       repetition.
 *   <li>After the settlement: the digest is read again, and the ledger says that it is done.
 * </ul>
 */
@NullMarked
package io.paperwire.notify.deliver;

import org.jspecify.annotations.NullMarked;
