/**
 * The outbox: what the database says and Kafka has still to hear.
 *
 * <p>A change of an account and its row in the outbox are one transaction, so neither can be there
 * without the other. {@link io.paperwire.notify.web.outbox.OutboxRelay} works the rows off in
 * order, one instance at a time. It sends the subscriber's state as it is when the row's turn
 * comes, not as it was, so that a repeat after a crash can only tell the same or something newer;
 * the revision in the record lets readers drop what is older. Rows are deleted once the broker has
 * committed them. A row that Kafka can never take, because its record is too large or cannot be put
 * into bytes, is set aside: it stays in the table, where {@code /health} counts it, and those
 * behind it are told.
 *
 * <p>An instance may lose the lock without knowing it, with records still on their way. Therefore
 * it writes in Kafka transactions whose id all instances share (the name of the topic of interests
 * and {@code -outbox}): the next holder's {@link io.paperwire.notify.web.outbox.OutboxProducer}
 * fences the former one, and only then reads what to tell. For readers of committed records nothing
 * stale ever comes after something newer, not even after a tombstone.
 */
@NullMarked
package io.paperwire.notify.web.outbox;

import org.jspecify.annotations.NullMarked;
