/**
 * Decides what research topics a paper is about. Pure: text in, tags out.
 *
 * <p>{@link io.paperwire.tagging.topic.LexicalTagger} goes by the words. It looks for the phrases
 * of the vocabulary and weighs where they stand (the title says more than the abstract, and a
 * sentence in which the authors say what they do more than the rest), how often, and how much a
 * phrase tells. Words that mean several things count only in context: near other words of the topic
 * or of its neighbourhood, or when the paper writes an acronym out.
 *
 * <p>{@link io.paperwire.tagging.topic.SentenceTopics} goes by what a text means, and finds topics
 * that it names nowhere: a network reads the sentence vector of the paper, once there is one. What
 * it knows it has learnt from papers that name their topics ({@link
 * io.paperwire.tagging.topic.training}). It only adds to what the words say.
 *
 * <p>A topic that is part of another says more than it, so a broader topic stays only where the
 * paper speaks of it for itself. Who subscribes to the broader topic gets the narrower ones anyway,
 * by the relations of the vocabulary.
 */
@NullMarked
package io.paperwire.tagging.topic;

import org.jspecify.annotations.NullMarked;
