/**
 * OpenAlex: works of all publishers, as far as a filter lets them in, along a cursor, since plain
 * paging ends after 10,000.
 *
 * <p>{@link io.paperwire.ingest.source.openalex.WorksFormat} reads a page. An abstract comes as an
 * index of words ({@link io.paperwire.ingest.source.openalex.InvertedIndex}). A publication date
 * may lie in the future, where a journal planned it; a work is not published before it can be read,
 * so the day on which OpenAlex met it stands in. arXiv's DOIs lead to the arXiv id. A work whose
 * best copy lies in a repository is not published by that, whatever the repository's name.
 */
@NullMarked
package io.paperwire.ingest.source.openalex;

import org.jspecify.annotations.NullMarked;
