/**
 * Writes events, dead letters and state in one Kafka transaction.
 *
 * <p>A {@link io.paperwire.ingest.publish.SourceSession} is the right to write for one source.
 * Opening it fences whoever had that right, then reads the committed state back; so a second
 * instance, or a zombie, can never add to what was read. Each batch is judged against the state and
 * written whole: events, the state they leave behind, dead letters and positions. Its records are
 * made before the transaction begins ({@link io.paperwire.ingest.publish.Preparation}), so that a
 * statement that cannot be written is set aside and holds nothing up. Killed at any moment, a
 * reader of committed records sees the batch or does not, and the next session goes on exactly
 * there. After any failure the session is thrown away rather than mended: whether a commit that
 * timed out went through is answered by opening the next one.
 */
@NullMarked
package io.paperwire.ingest.publish;

import org.jspecify.annotations.NullMarked;
