package io.paperwire.bench.relevance;

import io.paperwire.tagging.paper.PaperText;

/**
 * A paper to be judged.
 *
 * @param id its canonical id
 * @param text what is read of it
 */
public record NamedPaper(String id, PaperText text) {}
