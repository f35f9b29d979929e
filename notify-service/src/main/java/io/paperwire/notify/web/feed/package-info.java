/**
 * Papers as feeds, for readers of Atom: the newest, those of a topic, those that trend, and those
 * that an expression of the interest language matches.
 *
 * <p>A feed is what the page beside it lists, up to fifty papers; only a search is newest first
 * here, since a reader of feeds asks again and again for what is new, where the page answers once
 * with what fits best. {@link io.paperwire.notify.web.feed.PaperFeeds} makes feeds of papers,
 * {@link io.paperwire.notify.web.feed.atom} documents of feeds; neither knows of HTTP. {@link
 * io.paperwire.notify.web.feed.FeedController} reads the request, and spares whoever has the
 * present document already from getting it again.
 */
@NullMarked
package io.paperwire.notify.web.feed;

import org.jspecify.annotations.NullMarked;
