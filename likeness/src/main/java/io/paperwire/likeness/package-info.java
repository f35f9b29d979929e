/**
 * Which papers are like those that somebody likes.
 *
 * <p>A {@link io.paperwire.likeness.Corpus} learns from the papers at hand how common each word and
 * pair of words is, and reads papers into the form in which they are compared. A {@link
 * io.paperwire.likeness.Profile} is nothing but papers, liked and disliked: there is no state that
 * could not be shown, each of them can be taken out again, and the first paper, or a description in
 * one's own words, is a profile already. {@link io.paperwire.likeness.Ranker} puts candidates into
 * an order by a weighted sum of {@link io.paperwire.likeness.Feature features}: shared words,
 * titles, categories, meaning. The weights are learnt ({@link io.paperwire.likeness.Weights}) and
 * few, so that they hold for people and fields that they were not learnt from.
 *
 * <p>All of it is pure. Vectors come from elsewhere; without them words and categories decide.
 */
@NullMarked
package io.paperwire.likeness;

import org.jspecify.annotations.NullMarked;
