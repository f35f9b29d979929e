package io.paperwire.tagging.topic;

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
 * @param hits the phrases, without those inside of longer ones
 * @param abbreviations the acronyms that it explains
 */
record Passage(
    boolean title, AnalyzedText text, List<Hit<Meaning>> hits, List<Abbreviation> abbreviations) {

  private static final double TITLE = 1.6;
  private static final double CLAIM = 0.75;
  private static final double OPENING = 0.45;
  private static final double BODY = 0.4;

  private static final int OPENING_WORDS = 25;

  /** Reads a passage. */
  static Passage read(AnalyzedText analyzed, boolean title, PhraseIndex<Meaning> index) {
    return new Passage(
        title, analyzed, outermost(index.find(analyzed)), Abbreviations.find(analyzed));
  }

  /** How much a phrase counts that stands at a word. */
  double weight(int word) {
    if (title) {
      return TITLE;
    }
    if (Claims.isClaim(text, word)) {
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
