/**
 * Puts in place what ingest writes to, before it writes: topics on the broker, schemas in the
 * registry. While broker or registry do not answer it waits, says so, and tries again; sources and
 * submissions wait at the gate that it opens.
 */
@NullMarked
package io.paperwire.ingest.contracts;

import org.jspecify.annotations.NullMarked;
