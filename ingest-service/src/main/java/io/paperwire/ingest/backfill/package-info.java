/**
 * Reads a time of the past of one source, once, in a process of its own: {@code backfill --source S
 * --since D}.
 *
 * <p>{@link io.paperwire.ingest.backfill.Backfill} writes under the source's own right, with its
 * own knowledge of papers. So the service that reads the source stands by meanwhile, what it told
 * is not told again, and a backfill that was killed goes on where it stopped. A dry run only reads.
 */
@NullMarked
package io.paperwire.ingest.backfill;

import org.jspecify.annotations.NullMarked;
