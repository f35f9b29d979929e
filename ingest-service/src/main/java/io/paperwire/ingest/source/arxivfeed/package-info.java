/**
 * arXiv's feeds, the fast path to what was announced: RSS or Atom, category by category, because an
 * answer is cut at 2,000 items with new papers last.
 *
 * <p>{@link io.paperwire.ingest.source.arxivfeed.FeedPart} asks for one category, if it has
 * changed; {@link io.paperwire.ingest.source.arxivfeed.FeedParser} understands an answer whole or
 * not at all.
 *
 * <p>The feed's own words are weighed, not believed: its dates are those of rendering and are not
 * read at all, and {@code cross} may be a new paper or an old one ({@link
 * io.paperwire.ingest.source.arxivfeed.AnnouncementWindow}). Freshness is judged by new ids seen.
 */
@NullMarked
package io.paperwire.ingest.source.arxivfeed;

import org.jspecify.annotations.NullMarked;
