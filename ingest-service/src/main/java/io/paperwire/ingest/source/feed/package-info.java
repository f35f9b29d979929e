/**
 * Any feed in RSS or Atom. ROME understands the many dialects; what is taken from an item is what
 * all of them have.
 *
 * <p>{@link io.paperwire.ingest.source.feed.SyndicationPart} asks for one feed, if it has changed;
 * {@link io.paperwire.ingest.source.feed.SyndicationItems} understands its items. An item that
 * links to arXiv or to a DOI is that paper; else its own id names it. Items without a date are new
 * when they are seen for the first time, items that are older than the first reading less a
 * lookback are remembered only.
 */
@NullMarked
package io.paperwire.ingest.source.feed;

import org.jspecify.annotations.NullMarked;
