package io.paperwire.notify.web.page;

import java.util.Optional;

/**
 * An author on the page of a paper. Read by its template.
 *
 * @param name as the paper writes it, on one line
 * @param page path of the search for papers by authors of that name; nothing if it is written in a
 *     way that cannot be searched for
 */
public record AuthorLink(String name, Optional<String> page) {

  static AuthorLink of(String name) {
    return new AuthorLink(name, AuthorQuery.of(name).map(SearchResult::address));
  }
}
