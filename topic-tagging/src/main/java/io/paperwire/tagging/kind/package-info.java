/**
 * Decides of what kind a paper is. Authors say so in set phrases, in the title or in the sentence
 * in which they say what they do, so {@link io.paperwire.tagging.kind.KindClassifier} adds up the
 * cues of {@link io.paperwire.tagging.kind.KindCues}, and takes a paper that says nothing clear for
 * one that proposes a method.
 */
@NullMarked
package io.paperwire.tagging.kind;

import org.jspecify.annotations.NullMarked;
