package io.paperwire.notify.web.catalogue;

/**
 * Where a paper stands among those of a topic that get attention.
 *
 * @param topic the topic's id
 * @param label the topic's name for readers
 * @param place 1, 2 or 3; 5 for the first five, 10 for the first ten
 */
public record TopicPlace(String topic, String label, int place) {}
