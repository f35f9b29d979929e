/**
 * What Paperwire claims of its matching and of its speed, measured.
 *
 * <p>{@link io.paperwire.bench.MatchBench} holds the index of {@link io.paperwire.index} beside
 * Lucene Monitor in one run, on the same papers, the same interests ({@link
 * io.paperwire.bench.InterestMix}) and the same analysis. To be fair to Lucene it is given the work
 * half done: {@link io.paperwire.bench.LuceneTerms} hands it each phrase, category and author of a
 * paper as one term, and only those that some interest asks for, so that it never has to compare
 * positions or names. That code shares nothing with the index but the analysis of text, so equal
 * matches are evidence for both.
 *
 * <p>{@link io.paperwire.bench.FuzzBench} throws random texts at the parsers of interests and at
 * the index, and looks whether anything breaks or contradicts itself. {@link
 * io.paperwire.bench.LikenessBench} measures how long it takes to compare a paper with all vectors
 * that subscribers like, {@link io.paperwire.bench.TextBench} how many papers a second are judged
 * by their words and how many texts become vectors.
 */
@NullMarked
package io.paperwire.bench;

import org.jspecify.annotations.NullMarked;
