package io.paperwire.notify.web.likes;

import java.util.List;

/**
 * What became of what somebody has held up.
 *
 * @param found what has become an example, by title
 * @param again how many were examples before
 * @param asText of {@code found}, how many are works that the catalogue does not have and that are
 *     examples by their title and abstract
 * @param awaited what is waited for, in words
 * @param notFound what Paperwire does not have, as it was written
 * @param problems what could not be read, in sentences
 */
public record Report(
    List<String> found,
    int again,
    int asText,
    List<String> awaited,
    List<String> notFound,
    List<String> problems) {

  /** Nothing was held up. */
  public static final Report NOTHING = untaken(List.of(), List.of());

  public Report {
    found = List.copyOf(found);
    awaited = List.copyOf(awaited);
    notFound = List.copyOf(notFound);
    problems = List.copyOf(problems);
  }

  /** Nothing of it was taken. */
  static Report untaken(Offer offer) {
    return untaken(offer.notFound(), offer.problems());
  }

  private static Report untaken(List<String> notFound, List<String> problems) {
    return new Report(List.of(), 0, 0, List.of(), notFound, problems);
  }

  /** The same of a description, which is meant to be no paper. */
  Report ofDescription() {
    return new Report(found, again, 0, awaited, notFound, problems);
  }

  /** Whether there is nothing that was taken, or was before. */
  public boolean isFruitless() {
    return found.isEmpty() && again == 0 && awaited.isEmpty();
  }

  /** Whether something has to be said of what was not taken. */
  public boolean isIncomplete() {
    return !problems.isEmpty() || !notFound.isEmpty();
  }
}
