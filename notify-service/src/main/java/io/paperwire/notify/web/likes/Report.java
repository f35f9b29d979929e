package io.paperwire.notify.web.likes;

import java.util.List;

/**
 * What became of what somebody has held up.
 *
 * @param found what has become an example, by title
 * @param again how many were examples before
 * @param asText of {@code found}, how many are works that the catalogue does not have and that are
 *     examples by their title and abstract
 * @param notFound what Paperwire does not have, as it was written
 * @param problems what could not be read, in sentences
 */
public record Report(
    List<String> found, int again, int asText, List<String> notFound, List<String> problems) {

  /** Nothing was held up. */
  public static final Report NOTHING = new Report(List.of(), 0, 0, List.of(), List.of());

  public Report {
    found = List.copyOf(found);
    notFound = List.copyOf(notFound);
    problems = List.copyOf(problems);
  }

  static Report problem(String sentence) {
    return new Report(List.of(), 0, 0, List.of(), List.of(sentence));
  }

  /** The same of a description, which is meant to be no paper. */
  Report ofDescription() {
    return new Report(found, again, 0, notFound, problems);
  }

  /** Whether something has to be said of what was not taken. */
  public boolean isIncomplete() {
    return !problems.isEmpty() || !notFound.isEmpty();
  }
}
