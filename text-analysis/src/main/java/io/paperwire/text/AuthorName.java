package io.paperwire.text;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A person's name as it is compared: "Jörg Müller", "J. Mueller" and "Müller, J." may be the same
 * person.
 *
 * <p>The last word is the family name, or what stands before a comma. A particle such as "von" or
 * "de la" before it makes no difference; what begins a name and may be a given name, as in "Bin Yu"
 * and "Ben Poole", is one. Two or three capitals are initials: "GE Hinton" is "G. E. Hinton", as
 * long as the name has small letters too. A name that gives less agrees with one that gives more:
 * an initial with each given name that begins so, a family name alone with everybody of that
 * family. What is one compound, such as "Shalev-Shwartz", is a family name, and so is what stands
 * before a comma with nothing behind it.
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

  /** A letter and the two ways in which it is written without its accent. */
  private static final String[][] EXPANSIONS = {
    {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ø", "oe"}, {"å", "aa"}
  };

  private final Set<String> familyKeys;
  private final int[] given;

  private AuthorName(WrittenName written) {
    familyKeys = Set.copyOf(keys(written.family()));
    given =
        GivenNames.pack(written.given().stream().map(AuthorName::keys).toList(), written.alone());
  }

  /**
   * Reads a name in reading order ("Jörg Müller") or with the family name first ("Müller, Jörg").
   *
   * @return nothing if there is no letter in it
   */
  public static Optional<AuthorName> of(String name) {
    if (name.codePoints().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    return WrittenName.read(name).map(AuthorName::new);
  }

  /** Whether a word is one that stands between given and family names, such as "von". */
  public static boolean isParticle(String word) {
    return WrittenName.isParticle(word);
  }

  /**
   * The forms of the family name, by which names can be looked up. Two names that agree have one in
   * common.
   */
  public Set<String> familyKeys() {
    return familyKeys;
  }

  /** The given names, as {@link GivenNames} compares them. */
  public int[] given() {
    return given.clone();
  }

  /** How much of both names agrees; the same either way round. */
  public Agreement agreementWith(AuthorName other) {
    if (!haveCommon(familyKeys, other.familyKeys)) {
      return Agreement.NONE;
    }
    return GivenNames.agreement(given, 0, other.given, 0);
  }

  private static boolean haveCommon(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
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
