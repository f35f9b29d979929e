package io.paperwire.text;

import io.paperwire.text.Word.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A person's name cut into its parts, in lower case, accents and all.
 *
 * @param given the given names and initials in order, without particles; where only a family name
 *     is written, its other words, such as "shalev" of "Shalev-Shwartz"
 * @param family the last word of the family name
 * @param alone whether only a family name is written: before a comma, or as one compound
 */
record WrittenName(List<String> given, String family, boolean alone) {

  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

  /** Suffixes that are initials where they stand in capitals: PubMed writes "Smith JR". */
  private static final Set<String> INITIALS_TOO = Set.of("JR", "SR");

  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos", "du",
          "la", "le", "el", "al", "bin", "ibn", "ben", "ter", "ten", "zu", "zur");

  /** Particles that are given names as well, so that they are none at the beginning. */
  private static final Set<String> GIVEN_TOO =
      Set.of("di", "da", "do", "du", "la", "le", "el", "al", "bin", "ben", "ten");

  private static final int MOST_JOINED_INITIALS = 3;

  WrittenName {
    given = List.copyOf(given);
  }

  /** Reads a name; nothing if there is no word in it. */
  static Optional<WrittenName> read(String name) {
    int comma = name.indexOf(',');
    List<String> words = words(comma > 0 ? name.substring(0, comma) : name);
    List<String> after = comma > 0 ? withoutSuffixes(words(name.substring(comma + 1))) : List.of();
    boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
    boolean suffix = after.size() == 1 && isSuffix(after.getFirst(), words.size(), capitals);
    List<String> before = suffix ? List.of() : after;
    List<String> ordered = new ArrayList<>(before);
    ordered.addAll(words);
    while (ordered.size() > 1 && isSuffix(ordered.getLast(), ordered.size() - 1, capitals)) {
      ordered.removeLast();
    }
    if (ordered.isEmpty()) {
      return Optional.empty();
    }
    if (ordered.size() == 2 && INITIALS_TOO.contains(ordered.getLast()) && !capitals) {
      return Optional.of(
          new WrittenName(letters(ordered.getLast()), lower(ordered.getFirst()), false));
    }
    boolean alone = comma > 0 ? after.isEmpty() : isCompound(name);
    // All that stands before a comma is the family name, unless only a suffix stands behind it.
    int begin = alone || (comma > 0 && !suffix) ? before.size() : ordered.size();
    return Optional.of(
        new WrittenName(given(ordered, begin, capitals), lower(ordered.getLast()), alone));
  }

  /** "Shalev-Shwartz", and nothing before or behind it. */
  private static boolean isCompound(String name) {
    List<Word> words = TextAnalyzer.analyze(name).words();
    for (int i = 1; i < words.size(); i++) {
      boolean hyphen = words.get(i - 1).end() < words.get(i).start();
      if (words.get(i).link() != Link.JOINED || !hyphen) {
        return false;
      }
    }
    return words.size() > 1;
  }

  private static List<String> given(List<String> ordered, int familyBegin, boolean capitals) {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < ordered.size() - 1; i++) {
      String word = ordered.get(i);
      boolean first = i == 0 && familyBegin > 0;
      boolean initials = i < familyBegin && !capitals && isJoinedInitials(word);
      if (first && initials) {
        given.addAll(letters(word));
      } else if (!isParticle(word, ordered.get(i + 1), first)) {
        given.addAll(initials ? letters(word) : List.of(lower(word)));
      }
    }
    return given;
  }

  static boolean isParticle(String word) {
    return PARTICLES.contains(lower(word));
  }

  /**
   * Whether a word belongs to the family name. The first word of a name is a given name if it may
   * be one, but not in "di Caro".
   */
  private static boolean isParticle(String word, String next, boolean first) {
    String lower = lower(word);
    boolean mayBeGiven = first && GIVEN_TOO.contains(lower);
    boolean small = word.equals(lower) && Character.isUpperCase(next.codePointAt(0));
    return isParticle(word) && (!mayBeGiven || small);
  }

  /** "GE" and "MJA", as they stand in a name that is not in capitals from end to end. */
  private static boolean isJoinedInitials(String word) {
    return word.length() > 1
        && word.length() <= MOST_JOINED_INITIALS
        && word.chars().allMatch(Character::isUpperCase);
  }

  /** Of "Jr., Martin Luther" and "J., III", as long as another word is left. */
  private static List<String> withoutSuffixes(List<String> words) {
    int from = 0;
    int to = words.size();
    while (to - from > 1 && SUFFIXES.contains(lower(words.get(from)))) {
      from++;
    }
    while (to - from > 1 && SUFFIXES.contains(lower(words.get(to - 1)))) {
      to--;
    }
    return words.subList(from, to);
  }

  private static boolean isSuffix(String word, int wordsBefore, boolean capitals) {
    boolean initials = INITIALS_TOO.contains(word) && wordsBefore == 1 && !capitals;
    return SUFFIXES.contains(lower(word)) && !initials;
  }

  private static List<String> letters(String word) {
    return word.codePoints().mapToObj(letter -> lower(Character.toString(letter))).toList();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String name) {
    return TextAnalyzer.analyze(name).words().stream()
        .map(word -> name.substring(word.start(), word.end()))
        .toList();
  }
}
