package io.paperwire.notify.web.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a word of a topic's name is spelt in Britain. Names of topics are spelt as in America. */
final class BritishSpelling {

  /** "Optimization", but neither "size" nor "seizure" and "prize". */
  private static final Pattern VERB =
      Pattern.compile("(?<=\\p{L}{3})(?<![se])iz(?=(e|ed|er|ers|es|ing|ation|ations)$)");

  private static final Map<String, String> PARTS =
      Map.of(
          "neighbor", "neighbour",
          "behavior", "behaviour",
          "color", "colour",
          "tumor", "tumour",
          "modeling", "modelling",
          "labeling", "labelling",
          "judgment", "judgement",
          "pediatric", "paediatric");

  private static final Pattern PART =
      Pattern.compile("\\b(" + String.join("|", PARTS.keySet()) + ")");

  private static final Map<String, String> WHOLE =
      Map.of(
          "aging", "ageing",
          "analog", "analogue",
          "center", "centre",
          "fiber", "fibre",
          "labor", "labour");

  private BritishSpelling() {}

  /**
   * The word in small letters.
   *
   * @return nothing if it is spelt the same
   */
  static Optional<String> of(String word) {
    String american = word.toLowerCase(Locale.ROOT);
    String parts =
        PART.matcher(american)
            .replaceAll(
                part -> Matcher.quoteReplacement(PARTS.getOrDefault(part.group(), part.group())));
    String british = WHOLE.getOrDefault(american, VERB.matcher(parts).replaceAll("is"));
    return Optional.of(british).filter(spelling -> !spelling.equals(american));
  }
}
