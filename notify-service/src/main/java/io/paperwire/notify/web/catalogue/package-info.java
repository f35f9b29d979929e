/**
 * The catalogue: the papers as the web pages list them.
 *
 * <p>It is a read model in PostgreSQL of the compacted topic {@code enriched-papers}, which stays
 * the truth: drop the tables, reset the group {@code notify-web-catalogue}, and the catalogue is
 * read anew. {@link io.paperwire.notify.web.catalogue.CatalogueProjector} reads the topic in
 * batches; each batch is one transaction of upserts, and offsets are committed after it, so a crash
 * in between only repeats writes that change nothing. A record that is no paper goes to the
 * dead-letter topic; a neighbour that is out of order stops the reading until it is back.
 *
 * <p>{@link io.paperwire.notify.web.catalogue.PaperCatalogue} answers the questions of the pages.
 * Every list is paged by keyset, by the place of the last paper shown: page one thousand costs as
 * much as page one, and a paper that arrives meanwhile moves nothing.
 *
 * <p>Words are folded by the project's own text analysis on both sides, so that a search for
 * "Muller" finds "Müller" and "agent" finds "agents" without an extension of the database.
 */
@NullMarked
package io.paperwire.notify.web.catalogue;

import org.jspecify.annotations.NullMarked;
