/**
 * Reads digests from their topic.
 *
 * <p>{@link io.paperwire.notify.deliver.intake.DigestConsumer} puts each record on the lane of its
 * subscriber and commits, partition by partition, up to the first record that is not finished
 * ({@link io.paperwire.notify.deliver.intake.OffsetBook}). Whatever happens in between, a record
 * that was not finished is read again; the ledger then knows how far it had come. A record of which
 * no mail can be made goes to the dead-letter topic as it was read, and the rest goes on.
 */
@NullMarked
package io.paperwire.notify.deliver.intake;

import org.jspecify.annotations.NullMarked;
