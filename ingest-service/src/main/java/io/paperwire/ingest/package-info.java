/**
 * The ingest service: turns what upstreams say about papers into events, once each.
 *
 * <p>The packages follow a paper: a {@code source} yields pages of neutral {@code record}s, read
 * with {@code format} and cleaned with {@code markup}; {@code identity} names the paper, {@code
 * judgement} decides what happened to it, {@code publish} writes the events with the source's
 * {@code state} in one transaction. {@code harvest} runs the sources, {@code submission} answers
 * HTTP, {@code backfill} reads the past, {@code health} tells how all of it is. Sources ask through
 * {@code upstream}, which is polite and careful for all of them; what they get is read with {@code
 * format} and {@code xml}, and {@code freshness} knows when something new is due.
 */
@NullMarked
package io.paperwire.ingest;

import org.jspecify.annotations.NullMarked;
