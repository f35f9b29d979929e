package io.paperwire.notify.mail.render;

import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import io.paperwire.schemas.Reason;
import io.paperwire.schemas.ReasonKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the papers of a digest have in common: the interests that most of them match.
 *
 * @param count how many papers
 * @param subjects topics and phrases, the most frequent first; queries if there is nothing else
 * @param authors authors, the most frequent first
 * @param hasOthers whether some of the papers match nothing of the kind that is named
 */
record DigestTheme(int count, List<String> subjects, List<String> authors, boolean hasOthers) {

  private static final Set<ReasonKind> NAMES = EnumSet.of(ReasonKind.TOPIC, ReasonKind.PHRASE);
  private static final Set<ReasonKind> AUTHORS = EnumSet.of(ReasonKind.AUTHOR);

  /** Read badly in a subject, with their operators. */
  private static final Set<ReasonKind> QUERIES = EnumSet.of(ReasonKind.QUERY);

  /** A word of two small letters at least. */
  private static final Pattern SMALL_WORD = Pattern.compile("\\p{Ll}{2,}(?!\\p{L})");

  private static final int NAMED_IN_SUBJECT = 2;
  private static final int NAMED_IN_HEADING = 3;
  private static final int INTEREST_CHARACTERS = 60;

  static DigestTheme of(Digest digest) {
    List<String> names = interests(digest, NAMES);
    List<String> authors = interests(digest, AUTHORS);
    Set<ReasonKind> kinds = !names.isEmpty() ? NAMES : !authors.isEmpty() ? AUTHORS : QUERIES;
    return new DigestTheme(
        digest.getItems().size(),
        kinds.equals(AUTHORS) ? List.of() : interests(digest, kinds),
        authors,
        digest.getItems().stream()
            .anyMatch(
                item ->
                    item.getReasons().stream()
                        .noneMatch(reason -> kinds.contains(reason.getKind()))));
  }

  /** For example {@code 12 papers on Large language models, Diffusion models and more}. */
  String papers() {
    return (count == 1 ? "1 paper" : count + " papers") + theme(NAMED_IN_SUBJECT);
  }

  /** For example {@code 12 new papers on Large language models and Diffusion models}. */
  String newPapers() {
    return (count == 1 ? "1 new paper" : count + " new papers") + theme(NAMED_IN_HEADING);
  }

  private String theme(int named) {
    if (!subjects.isEmpty()) {
      return " on " + named(subjects, named, hasOthers);
    }
    return authors.isEmpty() ? "" : " by " + named(authors, named, hasOthers);
  }

  private static String named(List<String> interests, int most, boolean hasOthers) {
    List<String> shown = new ArrayList<>(interests.subList(0, Math.min(most, interests.size())));
    if (hasOthers || interests.size() > most) {
      shown.add("more");
    }
    String last = shown.removeLast();
    return shown.isEmpty() ? last : String.join(", ", shown) + " and " + last;
  }

  /**
   * An interest by name. People type phrases in small letters, and the labels of topics beside them
   * begin with a capital; a first word that is spelt otherwise, as in arXiv or k-means, stays.
   */
  private static String named(Reason reason) {
    String name = CleanText.shortened(CleanText.line(reason.getInterest()), INTEREST_CHARACTERS);
    return reason.getKind() == ReasonKind.PHRASE && SMALL_WORD.matcher(name).lookingAt()
        ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
        : name;
  }

  private static List<String> interests(Digest digest, Set<ReasonKind> kinds) {
    Map<String, Integer> papers = new LinkedHashMap<>();
    for (DigestItem item : digest.getItems()) {
      item.getReasons().stream()
          .filter(reason -> kinds.contains(reason.getKind()))
          .map(DigestTheme::named)
          .filter(interest -> !interest.isEmpty())
          .distinct()
          .forEach(interest -> papers.merge(interest, 1, Integer::sum));
    }
    return papers.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
