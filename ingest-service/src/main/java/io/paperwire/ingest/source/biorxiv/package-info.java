/**
 * bioRxiv and medRxiv: preprints by the day of their version, 100 a page.
 *
 * <p>{@link io.paperwire.ingest.source.biorxiv.DetailsFormat} reads a page. Each version of a paper
 * is a row of its own, which is just what an event is made of. The total that a page tells counts
 * too many, as a string or a number, and is not used: a list ends with the page that has no posts.
 */
@NullMarked
package io.paperwire.ingest.source.biorxiv;

import org.jspecify.annotations.NullMarked;
