package io.paperwire.text;

/**
 * An acronym that a text explains itself, such as "retrieval-augmented generation (RAG)".
 *
 * @param key folded form of the acronym
 * @param from index of the first word of the long form
 * @param to index after the last word of the long form
 */
public record Abbreviation(String key, int from, int to) {}
