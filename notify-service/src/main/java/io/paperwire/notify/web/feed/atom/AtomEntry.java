package io.paperwire.notify.web.feed.atom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a feed.
 *
 * @param address its page, which is its id too
 * @param title plain text
 * @param updated when it changed last
 * @param published when it came out
 * @param authors their names
 * @param categories what it is about
 * @param source where the thing itself stands
 * @param summary plain text; empty for none
 */
public record AtomEntry(
    String address,
    String title,
    Instant updated,
    Instant published,
    List<String> authors,
    List<Category> categories,
    Optional<String> source,
    String summary) {

  public AtomEntry {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /**
   * Something that it is about.
   *
   * @param term for programs
   * @param scheme whose term it is, as an address
   * @param label for readers
   */
  public record Category(String term, Optional<String> scheme, Optional<String> label) {}
}
