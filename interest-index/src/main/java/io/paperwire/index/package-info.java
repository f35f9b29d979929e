/**
 * Who wants to hear of a paper: a million interests, asked paper by paper.
 *
 * <p><b>What an interest becomes.</b> {@link io.paperwire.index.Lowering} turns an expression of
 * {@link io.paperwire.interest} into a formula over {@link io.paperwire.index.Feature features}: a
 * phrase in one variant, a category, a topic, an author. Each feature that anybody asks for has a
 * number ({@link io.paperwire.index.FeatureTable}). A whole phrase is one feature, told by the hash
 * of its letters; so there are no positions to compare afterwards, and its list is as short as it
 * can be.
 *
 * <p><b>Where it is filed.</b> A paper that matches must have certain features; {@link
 * io.paperwire.index.Requirement} finds the rarest set of which it needs one: of an AND the rarest
 * part, of an OR one for each part, of a NOT none. How rare a feature is, {@link
 * io.paperwire.index.Rarity} learns from papers. An interest in one feature is nothing but its
 * number in that feature's list. Any other is a {@link io.paperwire.index.Program} of a few numbers
 * besides. An interest that requires nothing would have to be judged on each paper; {@link
 * io.paperwire.index.Admission} refuses it.
 *
 * <p><b>What a paper costs.</b> {@link io.paperwire.index.PaperReader} analyses it once, for any
 * number of indexes. {@link io.paperwire.index.FeatureSearch} looks up every run of words that is
 * not longer than the longest phrase that begins with the same letters, and all else that the paper
 * has. The lists of what is found are walked, programs judged on the set of found features.
 *
 * <p><b>Changes.</b> There is one writer at a time and any number of readers, which never wait. All
 * arrays grow by pages or shards, so no change copies more than a few thousand numbers. Whatever is
 * taken out of reach is used again only after every reader that could hold it has finished its
 * paper ({@link io.paperwire.index.ReaderClock}).
 *
 * <p><b>Why.</b> The index answers who; {@link io.paperwire.index.Judge} answers why, and why not,
 * for one interest and one paper, on the expression itself.
 *
 * <p>Features are told apart by 64 bits of hash and nothing else: among ten million features and a
 * thousand lookups a paper, one wrong match is expected in about a billion papers.
 */
@NullMarked
package io.paperwire.index;

import org.jspecify.annotations.NullMarked;
