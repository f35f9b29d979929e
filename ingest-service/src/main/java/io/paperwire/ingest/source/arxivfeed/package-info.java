/**
 * arXiv's feeds, the fast path to what was announced: RSS or Atom, category by category, because an
 * answer is cut at 2,000 items with new papers last.
 *
 * <p>{@link io.paperwire.ingest.source.arxivfeed.FeedClient} asks politely (in turn, with the last
 * ETag, a contact, limits of time and size), {@link
 * io.paperwire.ingest.source.arxivfeed.FeedParser} understands an answer whole or not at all, and
 * {@link io.paperwire.ingest.source.arxivfeed.FeedReader} keeps the schedule. An answer that cannot
 * be understood is quarantined whole: its bytes go to the dead-letter topic once, nothing of it is
 * published, and the category is asked again.
 *
 * <p>The feed's own words are weighed, not believed: its dates are those of rendering and are not
 * read at all, and {@code cross} may be a new paper or an old one ({@link
 * io.paperwire.ingest.source.arxivfeed.AnnouncementWindow}). Freshness is judged by new ids seen
 * ({@link io.paperwire.ingest.source.arxivfeed.AnnouncementCalendar}).
 */
@NullMarked
package io.paperwire.ingest.source.arxivfeed;

import org.jspecify.annotations.NullMarked;
