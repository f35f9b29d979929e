/**
 * Ranking of files: profiles are read, what they need of the papers is embedded, and each profile's
 * papers are put into an order by {@link io.paperwire.likeness}.
 *
 * <p>Embedding is what takes time, so each vector is computed once: {@link
 * io.paperwire.standalone.ranking.VectorCache} keeps it on disk, in a file for each model, under a
 * hash of the text.
 */
@NullMarked
package io.paperwire.standalone.ranking;

import org.jspecify.annotations.NullMarked;
