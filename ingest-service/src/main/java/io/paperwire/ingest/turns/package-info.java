/**
 * Keeps all instances together as polite as one: who may ask an upstream is settled through Kafka.
 *
 * <p>Whoever wants to ask appends a ticket to the topic {@code ingest-turns}, whose one partition
 * puts all tickets in one order, and reads the topic back ({@link
 * io.paperwire.ingest.turns.TurnBoard}). The oldest ticket of an upstream has the turn. When it is
 * over, the mood of the upstream is written (how long ago the request was started, how long the
 * upstream wants to be left alone, how many requests failed), and then the ticket is taken away.
 * The next in line waits for the rest of the interval from the moment at which it reads that, so
 * that two requests are never closer than the interval, however the instances' clocks go and
 * however long Kafka takes.
 *
 * <p>A ticket names the longest time that its turn can take. Whoever sees it held longer takes it
 * away, since its owner must have died. The topic is compacted: what remains of an upstream is its
 * mood, so that a pause which it asked for outlives all instances.
 */
@NullMarked
package io.paperwire.ingest.turns;

import org.jspecify.annotations.NullMarked;
