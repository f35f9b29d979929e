/**
 * Makes one record out of what several sources say about one paper. Pure.
 *
 * <p>Each event carries all that its source says, so of each source only the latest one stands
 * ({@link io.paperwire.enrich.merge.LatestEvents}). Latest is what the source itself counts as
 * later, and not what arrived later, so late, repeated and reordered events lead to the same
 * record. Of the events that stand, {@link io.paperwire.enrich.merge.PaperMerge} takes each field
 * from the source that knows it best.
 */
@NullMarked
package io.paperwire.enrich.merge;

import org.jspecify.annotations.NullMarked;
