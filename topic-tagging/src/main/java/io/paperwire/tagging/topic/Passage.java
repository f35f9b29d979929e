package io.paperwire.tagging.topic;

import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.Claims;
import io.paperwire.text.Abbreviation;
import io.paperwire.text.Abbreviations;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.Hit;
import io.paperwire.text.PhraseIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * The title or the abstract of a paper, with the phrases found in it.
 *
 * @param title whether it is the title
 * @param text its words
 * @param claims where it says what the authors do
 * @param hits the phrases, without those inside of longer ones
 * @param abbreviations the acronyms that it explains
 */
record Passage(
    boolean title,
    AnalyzedText text,
    Claims claims,
    List<Hit<Meaning>> hits,
    List<Abbreviation> abbreviations) {

  private static final double TITLE = 1.6;
  private static final double CLAIM = 0.75;
  private static final double OPENING = 0.45;
  private static final double BODY = 0.4;

  private static final int OPENING_WORDS = 25;

  /** Reads the title of a paper. */
  static Passage title(AnalyzedPaper paper, PhraseIndex<Meaning> index) {
    return read(true, paper.title(), Claims.NONE, index);
  }

  /** Reads the abstract of a paper. */
  static Passage abstractOf(AnalyzedPaper paper, PhraseIndex<Meaning> index) {
    return read(false, paper.abstractText(), paper.claims(), index);
  }

  private static Passage read(
      boolean title, AnalyzedText text, Claims claims, PhraseIndex<Meaning> index) {
    return new Passage(title, text, claims, outermost(index.find(text)), Abbreviations.find(text));
  }

  /** How much a phrase counts that stands at a word. */
  double weight(int word) {
    if (title) {
      return TITLE;
    }
    if (claims.include(word)) {
      return CLAIM;
    }
    return word < OPENING_WORDS ? OPENING : BODY;
  }

  /**
   * A phrase inside of a longer one is part of it: "language model" in "large language model".
   *
   * @param hits in the order of the text
   */
  private static List<Hit<Meaning>> outermost(List<Hit<Meaning>> hits) {
    int longest = hits.stream().mapToInt(hit -> hit.to() - hit.from()).max().orElse(0);
    List<Hit<Meaning>> outermost = new ArrayList<>(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      if (!isInside(hits, i, longest)) {
        outermost.add(hits.get(i));
      }
    }
    return outermost;
  }

  /**
   * Whether another hit, which cannot begin farther away than the longest is long, encloses one.
   */
  private static boolean isInside(List<Hit<Meaning>> hits, int i, int longest) {
    Hit<Meaning> hit = hits.get(i);
    for (int j = i + 1; j < hits.size() && hits.get(j).from() == hit.from(); j++) {
      if (hits.get(j).encloses(hit)) {
        return true;
      }
    }
    for (int j = i - 1; j >= 0 && hit.from() - hits.get(j).from() < longest; j--) {
      if (hits.get(j).encloses(hit)) {
        return true;
      }
    }
    return false;
  }
}
