/**
 * What a paper is about, of what kind it is, where it belongs and what it links to, judged by its
 * text. Pure: text in, judgement out; the same text always gets the same judgement.
 *
 * <p>{@link io.paperwire.tagging.PaperJudge} reads a paper once ({@link
 * io.paperwire.tagging.paper}) and asks the three who judge it: {@link io.paperwire.tagging.topic}
 * for the topics of the vocabulary, which a text names or means, {@link io.paperwire.tagging.kind}
 * for the kind of paper, and {@link io.paperwire.tagging.category} for arXiv categories. None of
 * them knows of another, nor of {@link io.paperwire.tagging.link}, which finds the links.
 */
@NullMarked
package io.paperwire.tagging;

import org.jspecify.annotations.NullMarked;
