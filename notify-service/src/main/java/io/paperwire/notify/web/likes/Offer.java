package io.paperwire.notify.web.likes;

import java.util.List;

/**
 * What somebody holds up, as far as it is understood.
 *
 * @param origin where it comes from, in words
 * @param examples what can become an example at once
 * @param awaited names under which the catalogue has no paper yet
 * @param notFound what can be waited for by no name, as it was written
 * @param problems what could not be read, in sentences
 */
record Offer(
    String origin,
    List<NewExample> examples,
    List<String> awaited,
    List<String> notFound,
    List<String> problems) {

  Offer {
    examples = List.copyOf(examples);
    awaited = List.copyOf(awaited);
    notFound = List.copyOf(notFound);
    problems = List.copyOf(problems);
  }

  static Offer problem(String sentence) {
    return new Offer("", List.of(), List.of(), List.of(), List.of(sentence));
  }

  /** Whether there is nothing in it that a subscriber could have. */
  boolean isEmpty() {
    return examples.isEmpty() && awaited.isEmpty();
  }
}
