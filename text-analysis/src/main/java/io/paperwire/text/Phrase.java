package io.paperwire.text;

import io.paperwire.text.Word.Link;
import java.util.List;
import java.util.Optional;

/**
 * Some words that mean something together, such as a topic's name or what a subscriber looks for.
 *
 * @param key the folded words joined to one, by which phrases are compared: "multi-agent", "Multi
 *     Agent" and "multiagents" have the same key
 * @param words how many words there are, at least one
 * @param capitals whether it is written like an acronym, as "SAM" or "LoRA", and therefore found
 *     only where a text has it in capitals too
 * @param text the phrase as it was given
 */
public record Phrase(String key, int words, boolean capitals, String text) {

  private static final int LONGEST_ACRONYM = 5;

  /**
   * Reads a phrase.
   *
   * @return nothing if the text has no letter and no digit
   */
  public static Optional<Phrase> of(String text) {
    List<Word> words = TextAnalyzer.analyze(text).words();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder key = new StringBuilder();
    words.forEach(word -> key.append(word.form()));
    String trimmed = text.strip();
    return Optional.of(
        new Phrase(key.toString(), words.size(), isAcronym(words, trimmed), trimmed));
  }

  /**
   * Whether words are written like an acronym, as "SAM", "SAMs" and "LoRA" are and "Sam" is not:
   * most letters are capitals, two at least. A phrase in {@link #capitals} agrees with such words
   * only.
   */
  public static boolean isInCapitals(String written) {
    int letters = 0;
    int upper = 0;
    int length = withoutPlural(written).length();
    for (int i = 0; i < length; i++) {
      char c = written.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        upper += Character.isUpperCase(c) ? 1 : 0;
      }
    }
    return upper >= 2 && 2 * upper > letters;
  }

  private static boolean isAcronym(List<Word> words, String text) {
    boolean oneCompound = words.stream().skip(1).allMatch(word -> word.link() == Link.JOINED);
    long letters = withoutPlural(text).chars().filter(Character::isLetter).count();
    return oneCompound && letters <= LONGEST_ACRONYM && isInCapitals(text);
  }

  private static String withoutPlural(String written) {
    int length = written.length();
    return length > 2 && written.endsWith("s") && Character.isUpperCase(written.charAt(length - 2))
        ? written.substring(0, length - 1)
        : written;
  }
}
