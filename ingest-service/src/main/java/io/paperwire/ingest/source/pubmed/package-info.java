/**
 * PubMed through NCBI's E-utilities (National Library of Medicine, "Entrez Programming Utilities
 * Help"): a search tells the ids of a day, and a second request fetches their articles.
 *
 * <p>{@link io.paperwire.ingest.source.pubmed.ArticlesFormat} walks day by day along the date on
 * which articles were entered ({@code [edat]}), since a search tells no more than 9,999 ids, and
 * looks back two days each time, since entries of a day come late. Searches are asked for in slices
 * and nothing is kept at the server, so that no cursor expires. {@link
 * io.paperwire.ingest.source.pubmed.DayCursor} is where the list is. {@link
 * io.paperwire.ingest.source.pubmed.ArticleSet} reads what is fetched, whole or not at all, and
 * {@link io.paperwire.ingest.source.pubmed.Article} understands one article. A journal's date can
 * lie in the future, and is not when the article came.
 */
@NullMarked
package io.paperwire.ingest.source.pubmed;

import org.jspecify.annotations.NullMarked;
