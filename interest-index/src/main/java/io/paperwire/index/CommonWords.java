package io.paperwire.index;

import java.util.Set;

/** Words that stand in nearly every abstract, folded. */
final class CommonWords {

  private static final Set<String> WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have",
          "in", "is", "it", "its", "of", "on", "or", "our", "show", "such", "that", "the", "their",
          "these", "this", "to", "we", "which", "with");

  private CommonWords() {}

  static boolean contains(String form) {
    return WORDS.contains(form);
  }
}
