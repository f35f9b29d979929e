/**
 * arXiv's API: a search in an index that lags days behind the announcements. It fills gaps that the
 * feeds left, and small times of the past; it is not the fast path.
 *
 * <p>{@link io.paperwire.ingest.source.arxivapi.QueryFormat} reads a page of one category by the
 * date of submission. A search tells no more than 30,000 papers, so a long list is made of several
 * searches, each from the day that the one before had come to. An empty page where the total says
 * that there is more is one of the API's moods, and is asked for again.
 */
@NullMarked
package io.paperwire.ingest.source.arxivapi;

import org.jspecify.annotations.NullMarked;
