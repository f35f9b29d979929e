package io.paperwire.tagging.topic;

import io.paperwire.topics.ResearchTopic;

/**
 * What a phrase stands for.
 *
 * @param topic the topic that it may mean
 * @param inContext whether it means the topic only near it
 * @param shared whether it may mean other topics too
 * @param named whether the topic's own name has the phrase in it
 */
record Meaning(ResearchTopic topic, boolean inContext, boolean shared, boolean named) {}
