/**
 * What enrich-service does under load and under fire, measured on a real broker with the service in
 * processes of its own.
 *
 * <p>{@link io.paperwire.standalone.replay.EnrichBench} feeds the same papers to three deployments
 * on one broker: one that nobody disturbs, one that is killed again and again, and one that grows
 * from one instance to four. Of each, {@link io.paperwire.standalone.replay.Deployment} reads back
 * every committed record; the three have to be equal, byte by byte, for every key, and no record
 * may be there twice.
 */
@NullMarked
package io.paperwire.standalone.replay;

import org.jspecify.annotations.NullMarked;
