package io.paperwire.notify.web.likes;

import java.util.Locale;
import java.util.Optional;

/**
 * What a subscriber holds up and the catalogue has no paper of yet.
 *
 * @param id tells it from the subscriber's others
 * @param name the paper's id, or that of {@link #ofAuthor}
 * @param origin where it comes from, in words
 */
public record Awaited(long id, String name, String origin) {

  /** The most characters of a name. */
  public static final int LONGEST = 300;

  private static final String ORCID = "orcid:";

  /** The name under which papers of an author are waited for. */
  public static String ofAuthor(String orcid) {
    return ORCID + orcid.toUpperCase(Locale.ROOT);
  }

  /** The author whose papers are waited for; empty if it is one paper. */
  public static Optional<String> author(String name) {
    return name.startsWith(ORCID) ? Optional.of(name.substring(ORCID.length())) : Optional.empty();
  }

  /** What is waited for, in words. */
  public String words() {
    return words(name);
  }

  static String words(String name) {
    return author(name).map(orcid -> "papers by ORCID iD " + orcid).orElse(name);
  }
}
