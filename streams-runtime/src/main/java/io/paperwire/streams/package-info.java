/**
 * Runs one Kafka Streams topology inside a service. A topology is a pure function of its
 * configuration and lives in the service; everything around it is here, so that all services start,
 * fail, recover and stop in the same way.
 *
 * <ul>
 *   <li><b>Start.</b> {@link io.paperwire.streams.StreamsRuntime} first runs what has to be in
 *       place (topics and schemas), as often as it takes, then the stream. The service around it
 *       answers from the beginning and says that it is not ready.
 *   <li><b>A bad record.</b> Bytes that cannot be read, a record whose processing throws, a result
 *       that cannot be written: three handlers put the record as it was read on the dead-letter
 *       topic of its source (KIP-1034), in the same transaction, and the stream goes on. Pure work
 *       on a record may be tried a few times before ({@link io.paperwire.streams.Attempts}).
 *   <li><b>A broken neighbour.</b> A registry or broker that does not answer says nothing about the
 *       record ({@link io.paperwire.streams.Outage}). The stream thread fails, its transaction is
 *       rolled back, and it is replaced after a pause that grows while failures follow each other.
 *   <li><b>Stores.</b> Their records need no registry ({@link io.paperwire.streams.StoreSerde}),
 *       and the memory of all of them together is bounded ({@link
 *       io.paperwire.streams.BoundedStores}).
 *   <li><b>Stop.</b> Closing commits, closes stores cleanly and leaves the group.
 * </ul>
 */
@NullMarked
package io.paperwire.streams;

import org.jspecify.annotations.NullMarked;
