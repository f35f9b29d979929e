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
   * Whether the words of a text, which have the same key, may stand for this phrase. An acronym
   * agrees with the same capitals, whatever its plural, and with capitals only.
   */
  boolean agreesWith(String written) {
    if (!capitals) {
      return true;
    }
    String singular = withoutPlural(written);
    return singular.equals(withoutPlural(text))
        || singular.chars().noneMatch(Character::isLowerCase);
  }

  private static boolean isAcronym(List<Word> words, String text) {
    boolean oneCompound = words.stream().skip(1).allMatch(word -> word.link() == Link.JOINED);
    String singular = withoutPlural(text);
    long letters = singular.chars().filter(Character::isLetter).count();
    long upper = singular.chars().filter(Character::isUpperCase).count();
    return oneCompound && letters <= LONGEST_ACRONYM && upper >= 2 && 2 * upper > letters;
  }

  private static String withoutPlural(String written) {
    int length = written.length();
    return length > 2 && written.endsWith("s") && Character.isUpperCase(written.charAt(length - 2))
        ? written.substring(0, length - 1)
        : written;
  }
}
