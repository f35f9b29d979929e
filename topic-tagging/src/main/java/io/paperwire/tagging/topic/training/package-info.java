/**
 * Learns which sentence vectors speak for a topic ({@link
 * io.paperwire.tagging.topic.SentenceTopics}), from papers whose words name it: words judge the
 * papers, and the vectors of those with a topic are told from all others. No reader has to judge
 * papers for it, and a topic that is added to the vocabulary is learnt with the next training.
 */
@NullMarked
package io.paperwire.tagging.topic.training;

import org.jspecify.annotations.NullMarked;
