package io.paperwire.notify.web.likes;

import java.util.List;

/**
 * What became of what somebody has held up.
 *
 * @param found what is an example now, by title
 * @param asText of {@code found}, how many are works that the catalogue does not have and that are
 *     examples by their title and abstract
 * @param notFound what Paperwire does not have, as it was written
 * @param problems what could not be read, in sentences
 */
public record Report(List<String> found, int asText, List<String> notFound, List<String> problems) {

  public Report {
    found = List.copyOf(found);
    notFound = List.copyOf(notFound);
    problems = List.copyOf(problems);
  }

  static Report problem(String sentence) {
    return new Report(List.of(), 0, List.of(), List.of(sentence));
  }
}
