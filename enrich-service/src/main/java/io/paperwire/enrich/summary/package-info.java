/**
 * What is new in a paper, in a sentence or two of its own abstract. Pure.
 *
 * <p>Abstracts follow a custom: background, gap, what was done, what came out. The sentence that
 * says what was done mostly says so in one of few ways ("we introduce", "this paper presents", "is
 * proposed"), and so does the one that says what came out ("outperforms", "we find that"). {@link
 * io.paperwire.enrich.summary.Sentences} finds the sentences, {@link
 * io.paperwire.enrich.summary.Summaries} the two that say it. Nothing is reworded, so nothing can
 * be made up.
 */
@NullMarked
package io.paperwire.enrich.summary;

import org.jspecify.annotations.NullMarked;
