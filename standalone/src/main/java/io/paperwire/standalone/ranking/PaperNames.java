package io.paperwire.standalone.ranking;

import io.paperwire.notify.web.why.PaperName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names of the papers of a file: their ids as they stand there, and whatever else names a paper on
 * the web, such as an arXiv id without its scheme or an address.
 */
public final class PaperNames {

  private final Set<String> ids;

  /** The ids of those papers that have another one elsewhere, by that. */
  private final Map<String, String> idsElsewhere = new HashMap<>();

  /**
   * Names.
   *
   * @param ids the ids of all papers
   */
  public PaperNames(Set<String> ids) {
    this.ids = ids;
    for (String id : ids) {
      PaperName.id(id)
          .filter(elsewhere -> !elsewhere.equals(id))
          .ifPresent(elsewhere -> idsElsewhere.putIfAbsent(elsewhere, id));
    }
  }

  /** The ids of the papers that are named, each once; names that are no paper's as they are. */
  public List<String> ids(List<String> names) {
    return names.stream().map(this::id).distinct().toList();
  }

  /** A profile with the ids of the papers that it names. */
  public ProfileLine profile(ProfileLine line) {
    return new ProfileLine(
        line.id(), ids(line.likes()), ids(line.dislikes()), line.candidates().map(this::ids));
  }

  private String id(String name) {
    return ids.contains(name)
        ? name
        : PaperName.id(name)
            .flatMap(
                id ->
                    ids.contains(id) ? Optional.of(id) : Optional.ofNullable(idsElsewhere.get(id)))
            .orElse(name);
  }
}
