package io.paperwire.enrich.summary;

import io.paperwire.enrich.summary.Cues.Says;
import io.paperwire.enrich.summary.Sentences.Sentence;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.TextEnd;
import io.paperwire.text.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the sentences of an abstract that say what is new. */
public final class Summaries {

  /** Both sentences together, in characters; about three lines of a mail. */
  private static final int LONGEST = 360;

  /** Shorter words do not tell what a title is about. */
  private static final int SHORTEST_WORD = 4;

  /** The longest sentence that is told for the sake of the one behind it, in characters. */
  private static final int LONGEST_BEFORE = LONGEST / 2;

  /**
   * A sentence and how much it says.
   *
   * @param place its number in the abstract
   * @param behindJoint where it begins if the sentence before it is left out
   * @param opening how it begins
   * @param overlap the share of the title's words that it has
   */
  private record Candidate(
      Sentence sentence, int place, int behindJoint, Says says, Opening opening, double overlap) {

    /** The sentence as it is told. */
    String in(String text, boolean afterTheOneBefore) {
      return afterTheOneBefore || behindJoint == sentence.from()
          ? sentence.in(text)
          : Joint.capitalised(new Sentence(behindJoint, sentence.to()).in(text));
    }

    double novelty() {
      double score = 2 * overlap;
      score += says.made() ? 3 : 0;
      score += says.lookedInto() ? 2 : 0;
      score += says.cameOut() && !says.made() && !says.lookedInto() ? 0.5 : 0;
      score += says.isNew() ? 0.5 : 0;
      score -= opening.refersBack() ? 1 : 0;
      score -= opening.goesOn() ? 2 : 0;
      return score;
    }

    /** How much the name says with which it begins, where no sentence tells what was done. */
    double naming() {
      return switch (opening.named()) {
        case OF_TITLE -> 2;
        case OTHER -> 1;
        case NONE -> 0;
      };
    }

    /** Whether it is the first to say what is new, so that all before it is background. */
    boolean isCue() {
      return says.made() || says.lookedInto() || opening.named() != Opening.Name.NONE;
    }
  }

  private Summaries() {}

  /**
   * The one or two sentences that say what is new: what was done, and what came of it if there is
   * room for both. Where no sentence says so, the one that has most words of the title. A sentence
   * that cannot be read without the one before it comes with that one, or gives way to another.
   *
   * @return nothing if there is no abstract; at most some 360 characters, a longer sentence is cut
   *     at a word
   */
  public static Optional<String> of(AnalyzedText title, AnalyzedText abstractText) {
    List<Candidate> candidates = candidates(title, abstractText);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    List<Candidate> what = what(candidates);
    int length = what.stream().mapToInt(candidate -> candidate.sentence().length() + 1).sum();
    Optional<Candidate> more =
        result(candidates, what)
            .filter(found -> found.sentence().length() + length <= LONGEST)
            .or(() -> behindBackground(candidates, what));
    return Optional.of(
        shortened(told(Stream.concat(what.stream(), more.stream()), abstractText.text())));
  }

  /** Sentences in their order; what joined one to another that is left out is left out as well. */
  private static String told(Stream<Candidate> chosen, String text) {
    List<Candidate> inOrder = chosen.sorted(Comparator.comparingInt(Candidate::place)).toList();
    Set<Integer> places = inOrder.stream().map(Candidate::place).collect(Collectors.toSet());
    return inOrder.stream()
        .map(one -> one.in(text, one.place() == 0 || places.contains(one.place() - 1)))
        .collect(Collectors.joining(" "));
  }

  /** What was done, after the sentence that it refers to. */
  private static List<Candidate> what(List<Candidate> candidates) {
    Candidate best = best(candidates);
    if (!best.opening().refersBack() || best.place() == 0) {
      return List.of(best);
    }
    Candidate before = candidates.get(best.place() - 1);
    if (!before.opening().refersBack() && before.sentence().length() <= LONGEST_BEFORE) {
      return List.of(before, best);
    }
    List<Candidate> others =
        candidates.stream()
            .filter(candidate -> candidate.isCue() && !candidate.opening().refersBack())
            .toList();
    return List.of(others.isEmpty() ? best : best(others));
  }

  /** What came of it. Of two results the later one sums up. */
  private static Optional<Candidate> result(List<Candidate> candidates, List<Candidate> what) {
    int behind = what.getLast().place() + 1;
    return candidates.stream()
        .filter(candidate -> !what.contains(candidate) && candidate.says().cameOut())
        .filter(candidate -> !candidate.opening().pointsAtOne() || candidate.place() == behind)
        .reduce((earlier, later) -> later);
  }

  /** What follows on a first sentence that says nothing new, at its full length or cut. */
  private static Optional<Candidate> behindBackground(
      List<Candidate> candidates, List<Candidate> what) {
    Candidate first = what.getFirst();
    return first.place() == 0
            && what.size() == 1
            && !first.isCue()
            && first.sentence().length() <= LONGEST_BEFORE
        ? candidates.stream().skip(1).findFirst()
        : Optional.empty();
  }

  private static List<Candidate> candidates(AnalyzedText title, AnalyzedText abstractText) {
    Set<String> titleWords = new HashSet<>();
    title.words().stream().map(Word::form).filter(Summaries::tells).forEach(titleWords::add);
    List<Word> words = abstractText.words();
    List<String> name = Opening.nameIn(title);
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
              Joint.behind(abstractText, from, to, sentence.from()),
              Cues.read(words, from, to),
              Opening.of(abstractText, from, to, name),
              overlap(words.subList(from, to), titleWords)));
      from = to;
    }
    return candidates;
  }

  /**
   * The candidate that says most of what is new; the first of equals. What stands before the first
   * one that says so at all is background.
   */
  private static Candidate best(List<Candidate> candidates) {
    Candidate best = candidates.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    boolean told =
        candidates.stream()
            .filter(one -> !one.opening().goesOn())
            .anyMatch(one -> one.says().made() || one.says().lookedInto());
    boolean background = candidates.stream().anyMatch(Candidate::isCue);
    for (Candidate candidate : candidates) {
      background &= !candidate.isCue();
      double its = candidate.novelty() + (told ? 0 : candidate.naming()) - (background ? 1 : 0);
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
    int blank = summary.lastIndexOf(' ', LONGEST);
    // Where few blanks are written, as in Chinese, the last one may stand far before.
    int end = blank > LONGEST / 2 ? blank : LONGEST;
    return TextEnd.within(end, summary) + " …";
  }
}
