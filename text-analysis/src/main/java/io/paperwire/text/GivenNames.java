package io.paperwire.text;

import io.paperwire.text.AuthorName.Agreement;
import java.util.List;
import java.util.Set;

/**
 * The given names of a person as numbers, so that millions of them fit into an array and are
 * compared without looking at letters. Names are told apart by 32 bits of hash; as they are only
 * compared within one family, and with the same first letter, that is enough.
 *
 * <pre>
 * [ how many names, hash of all written together, { hash, hash of the other form, first letter } ]
 * </pre>
 *
 * <p>The first letter of a name that is an initial only is negated. It is 0 if these are no given
 * names but words of the family name, which is written alone.
 */
public final class GivenNames {

  private static final int HEAD = 2;
  private static final int NAME = 3;

  private GivenNames() {}

  /**
   * Packs names.
   *
   * @param names the forms in which each name is written, in order
   * @param family whether these are words of the family name
   */
  static int[] pack(List<Set<String>> names, boolean family) {
    int[] packed = new int[HEAD + NAME * names.size()];
    StringBuilder together = new StringBuilder();
    int at = HEAD;
    for (Set<String> forms : names) {
      List<String> sorted = forms.stream().sorted().toList();
      together.append(sorted.getFirst());
      packed[at] = sorted.getFirst().hashCode();
      packed[at + 1] = sorted.getLast().hashCode();
      packed[at + 2] = family ? 0 : firstLetter(sorted);
      at += NAME;
    }
    packed[0] = names.size();
    packed[1] = together.toString().hashCode();
    return packed;
  }

  private static int firstLetter(List<String> forms) {
    int letter = forms.getFirst().codePointAt(0);
    boolean initial = forms.stream().anyMatch(form -> form.codePointCount(0, form.length()) == 1);
    return initial ? -letter : letter;
  }

  /** How many numbers the names take that begin at a place of an array. */
  public static int length(int[] array, int at) {
    return HEAD + NAME * array[at];
  }

  /** The first letter of the first given name, as a folded code point; 0 if there is none. */
  public static int initial(int[] array, int at) {
    return array[at] == 0 ? 0 : Math.abs(array[at + HEAD + 2]);
  }

  /**
   * How much agrees of two persons of one family; the same either way round. The first given names
   * have to agree, and the rest of the shorter list to stand in the longer in order.
   *
   * @param one array with the packed names of one
   * @param at where they begin
   * @param other array with those of the other
   * @param otherAt where they begin
   */
  public static Agreement agreement(int[] one, int at, int[] other, int otherAt) {
    return one[at] <= other[otherAt]
        ? ordered(one, at, other, otherAt)
        : ordered(other, otherAt, one, at);
  }

  private static Agreement ordered(int[] shorter, int s, int[] longer, int l) {
    int names = shorter[s];
    int others = longer[l];
    if (names == 0) {
      return others == 0 ? Agreement.GIVEN_NAMES : Agreement.FAMILY_NAME;
    }
    if (isOfFamily(shorter, s)) {
      return ofFamily(shorter, s, longer, l);
    }
    if (isOfFamily(longer, l)) {
      return ofFamily(longer, l, shorter, s);
    }
    if (shorter[s + 1] == longer[l + 1]) {
      // "Jo" and "J. O." are spelled alike, too.
      return isAnyWrittenOut(shorter, s) && isAnyWrittenOut(longer, l)
          ? Agreement.GIVEN_NAMES
          : Agreement.INITIALS;
    }
    int next = 0;
    boolean writtenOut = false;
    for (int i = 0; i < names; i++) {
      int name = s + HEAD + NAME * i;
      while (next < others && !agree(shorter, name, longer, l + HEAD + NAME * next)) {
        if (next == 0) {
          return Agreement.NONE;
        }
        next++;
      }
      if (next == others) {
        return Agreement.NONE;
      }
      writtenOut |=
          shorter[name + 2] > 0 && haveCommon(shorter, name, longer, l + HEAD + NAME * next);
      next++;
    }
    return writtenOut ? Agreement.GIVEN_NAMES : Agreement.INITIALS;
  }

  private static boolean isOfFamily(int[] packed, int at) {
    return packed[at] > 0 && packed[at + HEAD + 2] == 0;
  }

  /** The words of a family name have to stand among those of the other person, in order. */
  private static Agreement ofFamily(int[] family, int f, int[] other, int o) {
    int next = 0;
    for (int i = 0; i < family[f]; i++) {
      int word = f + HEAD + NAME * i;
      while (next < other[o] && !haveCommon(family, word, other, o + HEAD + NAME * next)) {
        next++;
      }
      if (next == other[o]) {
        return Agreement.NONE;
      }
      next++;
    }
    boolean same = isOfFamily(other, o) && family[f] == other[o];
    return same ? Agreement.GIVEN_NAMES : Agreement.FAMILY_NAME;
  }

  private static boolean isAnyWrittenOut(int[] packed, int at) {
    for (int i = 0; i < packed[at]; i++) {
      if (packed[at + HEAD + NAME * i + 2] > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean agree(int[] one, int at, int[] other, int otherAt) {
    boolean anyInitial = one[at + 2] < 0 || other[otherAt + 2] < 0;
    return haveCommon(one, at, other, otherAt)
        || (anyInitial && Math.abs(one[at + 2]) == Math.abs(other[otherAt + 2]));
  }

  private static boolean haveCommon(int[] one, int at, int[] other, int otherAt) {
    return one[at] == other[otherAt]
        || one[at] == other[otherAt + 1]
        || one[at + 1] == other[otherAt]
        || one[at + 1] == other[otherAt + 1];
  }
}
