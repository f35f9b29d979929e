package io.paperwire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A phrase that someone may mean who asks for some words. Texts write acronyms in capitals and so
 * tell "AIDS" from "aids" and "LMS" from "LMs"; who asks in small letters may mean either.
 *
 * @param phrase the phrase; all wordings of the same words have the same text
 * @param forms the folded words that make up its key
 */
public record Wording(Phrase phrase, List<String> forms) {

  /** Acronyms of two letters that are asked for in the plural, unlike "gas" and "gps". */
  private static final Set<String> PLURALS =
      Set.of("avs", "dms", "evs", "fms", "kbs", "kgs", "lms", "nns", "uis", "vms");

  /** Of more words than these only the first are read in another way. */
  private static final int MOST_AMBIGUOUS = 2;

  public Wording {
    forms = List.copyOf(forms);
  }

  /**
   * What a run of words may mean.
   *
   * @param text what someone asks for
   * @param from index of the first word
   * @param to index after the last word
   * @return the words as texts are read, and then the others
   */
  public static List<Wording> of(AnalyzedText text, int from, int to) {
    List<Word> words = text.words().subList(from, to);
    String written = text.text().substring(words.getFirst().start(), words.getLast().end());
    Phrase phrase = Phrase.of(written).orElseThrow();
    List<Wording> wordings = new ArrayList<>();
    wordings.add(new Wording(phrase, words.stream().map(Word::form).toList()));
    int ambiguous = 0;
    for (int i = 0; i < words.size() && ambiguous < MOST_AMBIGUOUS; i++) {
      Optional<String> other = otherForm(text.text(), words.get(i));
      if (other.isPresent()) {
        ambiguous++;
        boolean capitals = words.size() == 1 && PLURALS.contains(words.getFirst().form());
        for (Wording known : List.copyOf(wordings)) {
          wordings.add(known.with(i, other.get(), capitals));
        }
      }
    }
    return List.copyOf(wordings);
  }

  private Wording with(int word, String form, boolean capitals) {
    List<String> changed = new ArrayList<>(forms);
    changed.set(word, form);
    return new Wording(
        new Phrase(String.join("", changed), changed.size(), capitals, phrase.text()), changed);
  }

  /**
   * The form that the word would have in capitals: "CMOS", not a plural, for "cmos", and "LMs", a
   * plural, for "lms".
   */
  private static Optional<String> otherForm(String text, Word word) {
    if (!mayBeAcronym(text, word)) {
      return Optional.empty();
    }
    String letters = CharacterFolding.fold(text, word.start(), word.end());
    if (!letters.equals(word.form())) {
      return Optional.of(letters);
    }
    return PLURALS.contains(letters)
        ? Optional.of(letters.substring(0, letters.length() - 1))
        : Optional.empty();
  }

  /** Whether a word is short, ends in an s and has no capital but at its beginning. */
  private static boolean mayBeAcronym(String text, Word word) {
    int length = word.end() - word.start();
    return length <= TextAnalyzer.LONGEST_ACRONYM_IN_CAPITALS
        && text.charAt(word.end() - 1) == 's'
        && text.substring(word.start() + 1, word.end()).chars().noneMatch(Character::isUpperCase);
  }
}
