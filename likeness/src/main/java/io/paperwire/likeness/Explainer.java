package io.paperwire.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Says in words what a profile holds, and why a paper is like it.
 *
 * @param corpus knows which words are rare; the one that read the papers
 */
public record Explainer(Corpus corpus) {

  /**
   * Names and terms of the liked papers that tell most of them, as the papers write them. Pieces of
   * sentences are none: a term stands in a title or in two papers, and no two that are told have
   * half of their words in common.
   *
   * @param likes the liked papers
   * @param most how many at most
   */
  public List<String> topWords(List<PaperText> likes, int most) {
    Map<Integer, Double> weights = new HashMap<>();
    Map<Integer, String> written = new HashMap<>();
    Map<Integer, Integer> papers = new HashMap<>();
    for (PaperText like : likes) {
      corpus.read(like).words().forEach((term, weight) -> weights.merge(term, weight, Double::sum));
      Map<Integer, String> its = asWritten(Corpus.whole(like));
      its.forEach(written::putIfAbsent);
      its.keySet().forEach(term -> papers.merge(term, 1, Integer::sum));
    }
    Set<Integer> inTitles = new HashSet<>();
    likes.forEach(like -> inTitles.addAll(asWritten(like.title()).keySet()));
    written
        .entrySet()
        .removeIf(
            entry -> {
              boolean repeated = papers.getOrDefault(entry.getKey(), 0) > 1;
              return !(repeated || inTitles.contains(entry.getKey()))
                  || !TermShape.isTerm(entry.getValue(), repeated);
            });
    return heaviest(weights, written, most, TermShape::overlap);
  }

  /**
   * Words and phrases that two papers share, those that tell most first, as the first writes them.
   *
   * @param most how many at most
   */
  public List<String> sharedWords(PaperText paper, PaperText other, int most) {
    Map<Integer, Double> theirs = new HashMap<>();
    corpus.read(other).words().forEach(theirs::put);
    Map<Integer, Double> shared = new HashMap<>();
    corpus
        .read(paper)
        .words()
        .forEach(
            (term, weight) ->
                theirs.computeIfPresent(
                    term,
                    (_, their) -> {
                      shared.put(term, weight * their);
                      return their;
                    }));
    return heaviest(
        shared,
        asWritten(Corpus.whole(paper)),
        most,
        (one, another) -> one.contains(another) || another.contains(one));
  }

  /** The liked paper that a paper is nearest to, by words and meaning; none if none is liked. */
  public static Optional<ReadPaper> nearest(Profile profile, ReadPaper paper) {
    return profile.likes().stream().max(Comparator.comparingDouble(like -> nearness(like, paper)));
  }

  private static double nearness(ReadPaper like, ReadPaper paper) {
    double meaning = like.meaning().flatMap(mine -> paper.meaning().map(mine::cosine)).orElse(0.0);
    return like.words().cosine(paper.words()) + meaning;
  }

  private Map<Integer, String> asWritten(String text) {
    Map<Integer, String> written = new HashMap<>();
    Terms.written(text, (term, words) -> written.putIfAbsent(corpus.number(term), words));
    return written;
  }

  /**
   * The heaviest terms, of two that weigh the same the longer; of two that say the same only the
   * first.
   *
   * @param same whether two terms say the same; both are in small letters
   */
  private static List<String> heaviest(
      Map<Integer, Double> weights,
      Map<Integer, String> written,
      int most,
      BiPredicate<String, String> same) {
    List<String> picked = new ArrayList<>();
    List<String> compared = new ArrayList<>();
    weights.entrySet().stream()
        .filter(entry -> written.containsKey(entry.getKey()))
        .map(entry -> new Said(written.getOrDefault(entry.getKey(), ""), entry.getValue()))
        .sorted(Said.HEAVIEST_FIRST)
        .forEach(
            said -> {
              String folded = said.words().toLowerCase(Locale.ROOT);
              boolean again = compared.stream().anyMatch(one -> same.test(one, folded));
              if (picked.size() < most && !again) {
                picked.add(said.words());
                compared.add(folded);
              }
            });
    return picked;
  }

  private record Said(String words, double weight) {
    /** To four digits, so that rounding does not decide. */
    static final Comparator<Said> HEAVIEST_FIRST =
        Comparator.comparingLong((Said said) -> Math.round(said.weight() * 1e4))
            .reversed()
            .thenComparing(said -> said.words().length(), Comparator.reverseOrder())
            .thenComparing(Said::words);
  }
}
