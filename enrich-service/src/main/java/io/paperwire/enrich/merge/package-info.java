/**
 * Makes one record out of what several sources say about one paper. Pure.
 *
 * <p>Each event carries all that its source says, so of each source only the latest one counts, and
 * the latest one that says whether the text stands ({@link
 * io.paperwire.enrich.merge.SourceStatement}); {@link io.paperwire.enrich.merge.KnownEvents} keeps
 * these and drops the others. Latest is what the source itself counts as later, and not what
 * arrived later ({@link io.paperwire.enrich.merge.EventOrder}), so late, repeated and reordered
 * events lead to the same record. {@link io.paperwire.enrich.merge.PaperMerge} takes each field
 * from the source that knows it best.
 */
@NullMarked
package io.paperwire.enrich.merge;

import org.jspecify.annotations.NullMarked;
