package io.paperwire.library;

import java.util.Optional;

/**
 * A work of a library.
 *
 * @param line on which its entry begins, from 1
 * @param title its title as plain text; empty if the entry has none
 * @param abstractText its abstract; empty if the entry has none
 * @param arxivId its arXiv id without a version
 * @param doi its DOI in lower case without resolver
 */
public record Work(
    int line, String title, String abstractText, Optional<String> arxivId, Optional<String> doi) {

  /** What readers recognise it by. */
  public String name() {
    return title.isEmpty() ? arxivId.or(() -> doi).orElse("entry without a title") : title;
  }
}
