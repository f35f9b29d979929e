package io.paperwire.notify.web.feed.atom;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A feed.
 *
 * @param address where the feed stands, which is its id too
 * @param page the page that shows the same
 * @param icon a small picture
 * @param publisher who publishes it, and the author of entries that have none
 * @param title what it is about
 * @param entries the newest first
 */
public record AtomFeed(
    String address,
    String page,
    String icon,
    String publisher,
    String title,
    List<AtomEntry> entries) {

  public AtomFeed {
    entries = List.copyOf(entries);
  }

  /** When its newest entry changed; the beginning of time if it has none. */
  public Instant updated() {
    return entries.stream()
        .map(AtomEntry::updated)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
