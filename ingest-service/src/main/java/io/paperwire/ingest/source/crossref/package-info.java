/**
 * Crossref's posted content: preprints of all servers that register DOIs there, along a cursor.
 *
 * <p>{@link io.paperwire.ingest.source.crossref.PostedFormat} reads a page. Lists go by the day of
 * the last update, which a bulk re-deposit moves; a preprint is new by the day on which its DOI was
 * created. Abstracts are JATS. A cursor comes with the last page too, so a list ends with a page
 * that is not full.
 */
@NullMarked
package io.paperwire.ingest.source.crossref;

import org.jspecify.annotations.NullMarked;
