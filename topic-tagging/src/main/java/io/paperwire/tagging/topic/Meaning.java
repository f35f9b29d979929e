package io.paperwire.tagging.topic;

import io.paperwire.topics.ResearchTopic;

/**
 * What a phrase stands for.
 *
 * @param topic the topic that it may mean
 * @param inContext whether it means the topic only near it
 * @param shared whether it may mean other topics too
 */
record Meaning(ResearchTopic topic, boolean inContext, boolean shared) {}
