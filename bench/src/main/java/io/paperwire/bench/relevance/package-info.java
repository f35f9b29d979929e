/**
 * What Paperwire claims of its judgement, measured against the judgement of readers.
 *
 * <p>{@link io.paperwire.bench.relevance.RelevanceBench} runs one {@link
 * io.paperwire.bench.relevance.Evaluation} after another and writes what they found into one page.
 * An evaluation that lacks its papers says so and is skipped. What readers judged stands in
 * resources of this package, as ids of papers and of topics; the papers themselves do not.
 */
@NullMarked
package io.paperwire.bench.relevance;

import org.jspecify.annotations.NullMarked;
