/**
 * What is known of each source: how far it has been read, what it said of which paper, and who
 * reads it.
 *
 * <p>The state lives in one compacted topic, {@code ingest-state}, and is written in the
 * transaction that writes the events it speaks of; so state and events cannot disagree. Keys carry
 * the source's name, and a source's records are all in one partition, chosen by that name, so that
 * whoever takes a source over reads one partition ({@link io.paperwire.ingest.state.StateTopic}).
 * Values are Avro in its single-object encoding, which needs no registry and names the schema it
 * was written with. In memory a paper is some 40 bytes ({@link
 * io.paperwire.ingest.state.SeenLedger}): ten million papers fit into 400 MB.
 *
 * <p>Reading the state back is subtle: another source's open transaction in the same partition
 * hides committed records behind it from a {@code read_committed} reader. {@link
 * io.paperwire.ingest.state.StateReader} therefore reads up to the end that an uncommitted reader
 * would see, and waits for transactions that stand open before it.
 */
@NullMarked
package io.paperwire.ingest.state;

import org.jspecify.annotations.NullMarked;
