/**
 * All that is known about one paper, and the record that comes of it. A {@link
 * io.paperwire.enrich.dossier.Dossier} takes in events and signals in any order; the {@link
 * io.paperwire.enrich.dossier.Enricher} makes the public record of it by merging, tagging and
 * following the trend; the {@link io.paperwire.enrich.dossier.DossierCodec} turns it into what the
 * store keeps. Pure: the topology only carries dossiers from and to its store.
 */
@NullMarked
package io.paperwire.enrich.dossier;

import org.jspecify.annotations.NullMarked;
