package io.paperwire.notify.web.catalogue;

/**
 * A topic that a paper is about.
 *
 * @param id the topic's id in the vocabulary
 * @param label its name for readers
 * @param score confidence in [0, 1]
 */
public record PaperTopic(String id, String label, double score) {}
