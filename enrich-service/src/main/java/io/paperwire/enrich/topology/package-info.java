/**
 * The stream: events and signals in, enriched papers out. {@link
 * io.paperwire.enrich.topology.EnrichTopology} is a pure function of its settings and the topic
 * catalogue. Events and signals of one paper have the same key and so meet in one task, whose store
 * keeps a dossier for each paper; {@link io.paperwire.enrich.topology.Merge} looks it up, lets the
 * pure packages do the thinking, and passes a record on only if it differs from the one that was
 * passed on last.
 *
 * <p>Dossiers are kept for ever: the store grows with the number of papers, a few kilobytes each,
 * and is restored from its changelog, which is compacted.
 */
@NullMarked
package io.paperwire.enrich.topology;

import org.jspecify.annotations.NullMarked;
