package io.paperwire.enrich.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the sentences of an abstract that say what is new. */
public final class Summaries {

  /** Both sentences together, in characters; about three lines of a mail. */
  private static final int LONGEST = 360;

  /** Who acts: the authors, the paper, or the thing that they made. */
  private static final String ACTOR =
      "(?:we|i|this (?:paper|work|article|study|thesis|survey|review|report|letter|chapter)"
          + "|the (?:present )?(?:paper|authors?))";

  private static final String FIRST = "(?: (?:also|first|then|here|therefore|thus|further|now))?";

  private static final Pattern DONE =
      Pattern.compile(
          "\\b"
              + ACTOR
              + FIRST
              + " (?:propos|introduc|present|develop|design|describ|releas|contribut|formulat"
              + "|construct|devis|offer|provid|establish|prov(?:e|es|ide)\\b|deriv|build|creat|survey"
              + "|review)|\\b(?:is|are)"
              + " (?:proposed|introduced|presented|developed|derived|established)\\b|\\bwe"
              + " call\\b|\\bour (?:main )?contributions?\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LOOKED_INTO =
      Pattern.compile(
          "\\b"
              + ACTOR
              + FIRST
              + " (?:stud|investigat|examin|explor|analy[sz]|consider|address|tackl|revisit|compar"
              + "|evaluat|discuss|report|use|appl|measur|aim|focus|argu)"
              + "|\\bin this (?:paper|work|article|study|letter)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CAME_OUT =
      Pattern.compile(
          "\\b"
              + ACTOR
              + FIRST
              + " (?:show|find|found|demonstrat|observ|achiev|obtain|reveal|conclud|discover|prove)"
              + "|\\b(?:outperform|surpass|state[- ]of[- ]the[- ]art|achieves?|improves?)"
              + "|\\b(?:results?|experiments?|evaluations?|findings?|analys[ie]s) (?:also )?"
              + "(?:show|demonstrat|indicat|suggest|reveal|confirm|prov)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NEW =
      Pattern.compile("\\b(?:novel|new|first|called|named|dubbed)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Summaries() {}

  /**
   * The one or two sentences that say what is new: what was done, and what came of it if there is
   * room for both. Where no sentence says so, the one that has most words of the title.
   *
   * @return nothing if there is no abstract; at most some 360 characters, a longer sentence is cut
   *     at a word
   */
  public static Optional<String> of(String title, String abstractText) {
    List<String> sentences = Sentences.of(abstractText);
    if (sentences.isEmpty()) {
      return Optional.empty();
    }
    Set<String> titleWords = words(title);
    int what = best(sentences, i -> novelty(sentences.get(i), titleWords));
    List<Integer> chosen = new ArrayList<>(List.of(what));
    int result =
        best(sentences, i -> i == what ? -1 : outcome(sentences.get(i), i, sentences.size()));
    boolean fits = sentences.get(what).length() + sentences.get(result).length() < LONGEST;
    if (result != what && fits && CAME_OUT.matcher(sentences.get(result)).find()) {
      chosen.add(result);
    }
    return Optional.of(
        shortened(chosen.stream().sorted().map(sentences::get).collect(Collectors.joining(" "))));
  }

  /** The place of the highest score; the first of equals. */
  private static int best(List<String> sentences, IntToDoubleFunction score) {
    return IntStream.range(0, sentences.size())
        .boxed()
        .max(
            Comparator.comparingDouble((Integer i) -> score.applyAsDouble(i))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static double novelty(String sentence, Set<String> titleWords) {
    double score = 0;
    score += DONE.matcher(sentence).find() ? 3 : 0;
    score += LOOKED_INTO.matcher(sentence).find() ? 2 : 0;
    score += NEW.matcher(sentence).find() ? 0.5 : 0;
    score += 2 * overlap(sentence, titleWords);
    return score;
  }

  private static double outcome(String sentence, int place, int count) {
    return (CAME_OUT.matcher(sentence).find() ? 3 : 0) + (double) place / count;
  }

  /** The share of the title's words that a sentence has. */
  private static double overlap(String sentence, Set<String> titleWords) {
    Set<String> shared = new HashSet<>(words(sentence));
    shared.retainAll(titleWords);
    return titleWords.isEmpty() ? 0 : (double) shared.size() / titleWords.size();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(WORDS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() > 3)
        .collect(Collectors.toSet());
  }

  private static String shortened(String summary) {
    if (summary.length() <= LONGEST) {
      return summary;
    }
    int end = summary.lastIndexOf(' ', LONGEST);
    return summary.substring(0, end > 0 ? end : LONGEST) + " …";
  }
}
