/**
 * Which paper is it? Every source words an id in its own way; here all the ways meet in one
 * canonical id, which is the key of every topic.
 *
 * <p>{@link io.paperwire.ingest.identity.Identity} tries, in this order: an arXiv id in any of its
 * forms (also as a DOI of arXiv's), a DOI, an id that already has a scheme of its own, and else the
 * source's name before the source's key. Versions are taken off the id and kept as numbers, since
 * v10 is newer than v2. The package is pure text in, text out.
 */
@NullMarked
package io.paperwire.ingest.identity;

import org.jspecify.annotations.NullMarked;
