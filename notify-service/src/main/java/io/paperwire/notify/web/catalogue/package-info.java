/**
 * The catalogue: the papers as the web pages list them.
 *
 * <p>It is a read model in PostgreSQL of the compacted topic {@code enriched-papers}, which stays
 * the truth: drop the tables, reset the group {@code notify-web-catalogue-5}, and the catalogue is
 * read anew. {@link io.paperwire.notify.web.catalogue.CatalogueProjector} reads the topic in
 * batches; each batch is one transaction of upserts, and offsets are committed after it, so a crash
 * in between only repeats writes that change nothing. A record that is no paper goes to the
 * dead-letter topic; a neighbour that is out of order stops the reading until it is back.
 *
 * <p>{@link io.paperwire.notify.web.catalogue.PaperCatalogue} answers the questions of the pages.
 * Every list is paged by keyset, by the place of the last paper shown: page one thousand costs as
 * much as page one, and a paper that arrives meanwhile moves nothing.
 *
 * <p>A search is an interest. {@link io.paperwire.notify.web.catalogue.SearchPlan} makes of it what
 * the database can do: a condition that no paper fails which the interest matches. Words are folded
 * by the project's own text analysis on both sides and spelled together ({@link
 * io.paperwire.notify.web.catalogue.SearchWords}), so that "multiagent" finds "multi-agent" in an
 * ordinary index of PostgreSQL. Each candidate is then judged by {@link
 * io.paperwire.notify.web.catalogue.PaperJudge}, with the code that judges alerts.
 */
@NullMarked
package io.paperwire.notify.web.catalogue;

import org.jspecify.annotations.NullMarked;
