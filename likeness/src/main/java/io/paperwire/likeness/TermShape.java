package io.paperwire.likeness;

import io.paperwire.text.StopWords;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells terms from pieces of sentences by how they are written. */
final class TermShape {

  private static final int MOST_WORDS = 4;

  /** Shorter single words are mostly those that any paper has, such as "hard" and "large". */
  private static final int LEAST_LETTERS = 8;

  /** Function words that terms have inside, as in "chain of thought". */
  private static final Set<String> INSIDE = Set.of("of", "for", "in");

  private TermShape() {}

  /**
   * Whether words that begin and end with a content word are a term. A single word is one if it is
   * a name, or if it is long and several papers have it.
   *
   * @param repeated whether several papers have it
   */
  static boolean isTerm(String written, boolean repeated) {
    List<String> forms = forms(written);
    if (forms.size() == 1) {
      return isName(written) || (repeated && written.length() >= LEAST_LETTERS);
    }
    return forms.size() <= MOST_WORDS
        && forms.stream().allMatch(form -> INSIDE.contains(form) || !StopWords.contains(form));
  }

  /** Whether two terms have half of the words of the shorter one in common. */
  static boolean overlap(String one, String other) {
    Set<String> forms = new HashSet<>(forms(one));
    Set<String> others = new HashSet<>(forms(other));
    int least = Math.min(forms.size(), others.size());
    forms.retainAll(others);
    return 2 * forms.size() >= least;
  }

  /** A capital or a digit inside, as in "LoRA" and "GPT". */
  private static boolean isName(String written) {
    return written.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private static List<String> forms(String written) {
    return TextAnalyzer.analyze(written).words().stream().map(Word::form).toList();
  }
}
