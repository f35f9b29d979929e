/**
 * Runs the sources: each on a virtual thread of its own, page by page into the publisher.
 *
 * <p>A runner opens the source's session, which fences any other instance, opens the source at the
 * committed positions, and then moves one page after the other. Whatever fails, it throws session
 * and reader away, waits, and begins anew; there is no other way to recover, so this one is well
 * used. A runner that is fenced stands by: it listens for signs of life of the new owner in the
 * state topic, and takes the source over only after these have stopped for a while. An owner gives
 * such signs on time, whatever its reader waits for: that one is on a thread of its own ({@link
 * io.paperwire.ingest.source.PunctualReader}), and all that is written is written by the runner's.
 */
@NullMarked
package io.paperwire.ingest.harvest;

import org.jspecify.annotations.NullMarked;
