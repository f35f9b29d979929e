/**
 * Crossref's posted content: preprints of all servers that register DOIs there, along a cursor.
 *
 * <p>{@link io.paperwire.ingest.source.crossref.PostedFormat} reads a page. Lists go by the day of
 * the last update, which a bulk re-deposit moves; a preprint is new by the day on which its DOI was
 * created, and lists of the past go by that. Abstracts are JATS. A cursor comes with the last page
 * too, so a list ends with a page that is not full.
 *
 * <p>{@link io.paperwire.ingest.source.crossref.ScrollCursor} is where a list is. Crossref's cursor
 * is a scroll of its search engine: a state at Crossref that every request moves on, under a name
 * that may stay the same, and that is forgotten after some minutes. So a list is read day by day,
 * and a day is begun again wherever an answer may be lost.
 */
@NullMarked
package io.paperwire.ingest.source.crossref;

import org.jspecify.annotations.NullMarked;
