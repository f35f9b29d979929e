/**
 * What a paper is about, of what kind it is, and where it belongs, judged by its text. Pure: text
 * in, judgement out; the same text always gets the same judgement.
 *
 * <p>{@link io.paperwire.tagging.PaperJudge} reads a paper once ({@link
 * io.paperwire.tagging.paper}) and asks the three who judge it: {@link io.paperwire.tagging.topic}
 * for the topics of the vocabulary, {@link io.paperwire.tagging.kind} for the kind of paper, and
 * {@link io.paperwire.tagging.category} for arXiv categories. None of them knows of another.
 */
@NullMarked
package io.paperwire.tagging;

import org.jspecify.annotations.NullMarked;
