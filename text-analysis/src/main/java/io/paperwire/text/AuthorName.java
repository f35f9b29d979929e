package io.paperwire.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A person's name as it is compared: "Jörg Müller", "J. Mueller" and "Müller, J." may be the same
 * person.
 *
 * <p>The last word is the family name, or what stands before a comma. A name that gives less agrees
 * with one that gives more: an initial with each given name that begins so, a family name alone
 * with everybody of that family.
 */
public final class AuthorName {

  /** How much of two names agrees, weakest first. */
  public enum Agreement {
    /** They are names of different persons. */
    NONE,
    /** The family name; one of them gives no more. */
    FAMILY_NAME,
    /** The family name and initials; no given name is written out in both. */
    INITIALS,
    /** The family name and a given name that is written out in both. */
    GIVEN_NAMES
  }

  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos", "du",
          "la", "le", "el", "al", "bin", "ibn", "ben", "ter", "ten", "zu", "zur");

  /** A letter and the two ways in which it is written without its accent. */
  private static final String[][] EXPANSIONS = {
    {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ø", "oe"}, {"å", "aa"}
  };

  private final Set<String> familyKeys;
  private final List<Set<String>> given;

  private AuthorName(Set<String> familyKeys, List<Set<String>> given) {
    this.familyKeys = Set.copyOf(familyKeys);
    this.given = List.copyOf(given);
  }

  /**
   * Reads a name in reading order ("Jörg Müller") or with the family name first ("Müller, Jörg").
   *
   * @return nothing if there is no letter in it
   */
  public static Optional<AuthorName> of(String name) {
    int comma = name.indexOf(',');
    String ordered =
        comma > 0 && !isSuffix(name.substring(comma + 1))
            ? name.substring(comma + 1) + " " + name.substring(0, comma)
            : name;
    List<String> words = words(ordered);
    if (name.codePoints().noneMatch(Character::isLetter) || words.isEmpty()) {
      return Optional.empty();
    }
    List<Set<String>> given = new ArrayList<>();
    for (String word : words.subList(0, words.size() - 1)) {
      if (!PARTICLES.contains(word)) {
        given.add(keys(word));
      }
    }
    return Optional.of(new AuthorName(keys(words.getLast()), given));
  }

  /**
   * The forms of the family name, by which names can be looked up. Two names that agree have one in
   * common.
   */
  public Set<String> familyKeys() {
    return familyKeys;
  }

  /** How much of both names agrees; the same either way round. */
  public Agreement agreementWith(AuthorName other) {
    if (!haveCommon(familyKeys, other.familyKeys)) {
      return Agreement.NONE;
    }
    return given.size() <= other.given.size()
        ? givenAgreement(given, other.given)
        : givenAgreement(other.given, given);
  }

  /**
   * The first given names have to agree, and the rest of the shorter list to stand in the longer in
   * order.
   */
  private static Agreement givenAgreement(List<Set<String>> shorter, List<Set<String>> longer) {
    if (shorter.isEmpty()) {
      return longer.isEmpty() ? Agreement.GIVEN_NAMES : Agreement.FAMILY_NAME;
    }
    if (haveCommon(joined(shorter), joined(longer))) {
      return areWrittenOut(shorter) ? Agreement.GIVEN_NAMES : Agreement.INITIALS;
    }
    if (!agree(shorter.getFirst(), longer.getFirst())) {
      return Agreement.NONE;
    }
    boolean writtenOut = areSameWord(shorter.getFirst(), longer.getFirst());
    int position = 1;
    for (Set<String> name : shorter.subList(1, shorter.size())) {
      while (position < longer.size() && !agree(name, longer.get(position))) {
        position++;
      }
      if (position == longer.size()) {
        return Agreement.NONE;
      }
      writtenOut |= areSameWord(name, longer.get(position));
      position++;
    }
    return writtenOut ? Agreement.GIVEN_NAMES : Agreement.INITIALS;
  }

  private static boolean areSameWord(Set<String> one, Set<String> other) {
    return haveCommon(one, other) && !isInitial(one);
  }

  private static boolean areWrittenOut(List<Set<String>> names) {
    return names.stream().anyMatch(name -> !isInitial(name));
  }

  private static boolean isInitial(Set<String> name) {
    return name.stream().anyMatch(form -> form.codePointCount(0, form.length()) == 1);
  }

  /** Given names written together: "Jian-Feng" is "Jianfeng". */
  private static Set<String> joined(List<Set<String>> names) {
    StringBuilder plain = new StringBuilder();
    names.forEach(forms -> plain.append(forms.stream().sorted().findFirst().orElseThrow()));
    return Set.of(plain.toString());
  }

  private static boolean agree(Set<String> one, Set<String> other) {
    return haveCommon(one, other) || isInitialOf(one, other) || isInitialOf(other, one);
  }

  private static boolean isInitialOf(Set<String> initial, Set<String> name) {
    return initial.stream()
        .filter(form -> form.codePointCount(0, form.length()) == 1)
        .anyMatch(form -> name.stream().anyMatch(whole -> whole.startsWith(form)));
  }

  private static boolean haveCommon(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  private static boolean isSuffix(String text) {
    List<String> words = rawWords(text);
    return words.size() == 1 && SUFFIXES.contains(words.getFirst());
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>(rawWords(name));
    while (words.size() > 1 && SUFFIXES.contains(words.getLast())) {
      words.removeLast();
    }
    return words;
  }

  /** The words of a name in lower case, accents and all. */
  private static List<String> rawWords(String name) {
    List<String> words = new ArrayList<>();
    for (Word word : TextAnalyzer.analyze(name).words()) {
      words.add(name.substring(word.start(), word.end()).toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private static Set<String> keys(String word) {
    Set<String> keys = new HashSet<>();
    keys.add(CharacterFolding.fold(word, 0, word.length()));
    String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
    String expanded = composed;
    for (String[] expansion : EXPANSIONS) {
      expanded = expanded.replace(expansion[0], expansion[1]);
    }
    if (!expanded.equals(composed)) {
      keys.add(CharacterFolding.fold(expanded, 0, expanded.length()));
    }
    return keys;
  }
}
