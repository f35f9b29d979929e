/**
 * What Paperwire claims of its matching, measured.
 *
 * <p>{@link io.paperwire.bench.MatchBench} holds the index of {@link io.paperwire.index} beside
 * Lucene Monitor in one run, on the same papers, the same interests ({@link
 * io.paperwire.bench.InterestMix}) and the same analysis. To be fair to Lucene it is given the work
 * half done: {@link io.paperwire.bench.LuceneTerms} hands it each phrase, category and author of a
 * paper as one term, and only those that some interest asks for, so that it never has to compare
 * positions or names. That code shares nothing with the index but the analysis of text, so equal
 * matches are evidence for both.
 */
@NullMarked
package io.paperwire.bench;

import org.jspecify.annotations.NullMarked;
