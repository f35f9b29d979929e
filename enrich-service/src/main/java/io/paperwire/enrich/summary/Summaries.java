package io.paperwire.enrich.summary;

import io.paperwire.enrich.summary.Cues.Says;
import io.paperwire.enrich.summary.Sentences.Sentence;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the sentences of an abstract that say what is new. */
public final class Summaries {

  /** Both sentences together, in characters; about three lines of a mail. */
  private static final int LONGEST = 360;

  /** Shorter words do not tell what a title is about. */
  private static final int SHORTEST_WORD = 4;

  /**
   * A sentence and how much it says.
   *
   * @param place its number in the abstract
   * @param overlap the share of the title's words that it has
   */
  private record Candidate(Sentence sentence, int place, Says says, double overlap) {

    double novelty() {
      double score = 2 * overlap;
      score += says.made() ? 3 : 0;
      score += says.lookedInto() ? 2 : 0;
      score += says.isNew() ? 0.5 : 0;
      return score;
    }
  }

  private Summaries() {}

  /**
   * The one or two sentences that say what is new: what was done, and what came of it if there is
   * room for both. Where no sentence says so, the one that has most words of the title.
   *
   * @return nothing if there is no abstract; at most some 360 characters, a longer sentence is cut
   *     at a word
   */
  public static Optional<String> of(AnalyzedText title, AnalyzedText abstractText) {
    List<Candidate> candidates = candidates(title, abstractText);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Candidate what = best(candidates, Candidate::novelty);
    // Of two results the later one sums up.
    Optional<Candidate> result =
        candidates.stream()
            .filter(candidate -> !candidate.equals(what) && candidate.says().cameOut())
            .reduce((earlier, later) -> later)
            .filter(found -> found.sentence().length() + what.sentence().length() < LONGEST);
    return Optional.of(
        shortened(
            Stream.concat(Stream.of(what), result.stream())
                .sorted((one, other) -> Integer.compare(one.place(), other.place()))
                .map(chosen -> chosen.sentence().in(abstractText.text()))
                .collect(Collectors.joining(" "))));
  }

  private static List<Candidate> candidates(AnalyzedText title, AnalyzedText abstractText) {
    Set<String> titleWords = new HashSet<>();
    title.words().stream().map(Word::form).filter(Summaries::tells).forEach(titleWords::add);
    List<Word> words = abstractText.words();
    List<Candidate> candidates = new ArrayList<>();
    int from = 0;
    for (Sentence sentence : Sentences.of(abstractText.text())) {
      int to = from;
      while (to < words.size() && words.get(to).start() < sentence.to()) {
        to++;
      }
      candidates.add(
          new Candidate(
              sentence,
              candidates.size(),
              Cues.read(words, from, to),
              overlap(words.subList(from, to), titleWords)));
      from = to;
    }
    return candidates;
  }

  /** The candidate of the highest score; the first of equals. */
  private static Candidate best(List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
    Candidate best = candidates.getFirst();
    double most = score.applyAsDouble(best);
    for (Candidate candidate : candidates) {
      double its = score.applyAsDouble(candidate);
      if (its > most) {
        best = candidate;
        most = its;
      }
    }
    return best;
  }

  /** The share of the title's words that a sentence has. */
  private static double overlap(List<Word> sentence, Set<String> titleWords) {
    Set<String> shared = new HashSet<>();
    for (Word word : sentence) {
      if (titleWords.contains(word.form())) {
        shared.add(word.form());
      }
    }
    return titleWords.isEmpty() ? 0 : (double) shared.size() / titleWords.size();
  }

  private static boolean tells(String word) {
    return word.length() >= SHORTEST_WORD;
  }

  private static String shortened(String summary) {
    if (summary.length() <= LONGEST) {
      return summary;
    }
    int end = summary.lastIndexOf(' ', LONGEST);
    return summary.substring(0, end > 0 ? end : LONGEST) + " …";
  }
}
