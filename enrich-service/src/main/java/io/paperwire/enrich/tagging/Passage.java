package io.paperwire.enrich.tagging;

import io.paperwire.text.Abbreviation;
import io.paperwire.text.Abbreviations;
import io.paperwire.text.AnalyzedText;
import io.paperwire.text.Hit;
import io.paperwire.text.PhraseIndex;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
  private static final int CLAIM_WORDS = 22;
  private static final int SUBJECT_WORDS = 4;

  private static final Set<String> AUTHORS =
      Set.of("we", "paper", "work", "study", "survey", "article", "report", "thesis", "review");
  private static final Set<String> CLAIMS =
      Set.of(
          "propose",
          "present",
          "introduce",
          "develop",
          "study",
          "investigate",
          "explore",
          "review",
          "examine",
          "survey",
          "design",
          "address",
          "describe",
          "provide",
          "formulate",
          "release",
          "analyze",
          "aim",
          "focus",
          "evaluate",
          "build",
          "construct",
          "offer",
          "show");

  /** Reads a passage. */
  static Passage read(String text, boolean title, PhraseIndex<Meaning> index) {
    AnalyzedText analyzed = TextAnalyzer.analyze(text);
    return new Passage(
        title, analyzed, outermost(index.find(analyzed)), Abbreviations.find(analyzed));
  }

  /** How much a phrase counts that stands at a word. */
  double weight(int word) {
    if (title) {
      return TITLE;
    }
    if (isClaim(word)) {
      return CLAIM;
    }
    return word < OPENING_WORDS ? OPENING : BODY;
  }

  /**
   * Whether the authors say shortly before a word, in the same sentence, that they do something.
   */
  private boolean isClaim(int word) {
    List<Word> words = text.words();
    int first = Math.max(0, word - CLAIM_WORDS);
    for (int i = word; i > first; i--) {
      if (endsSentence(i)) {
        return false;
      }
      if (CLAIMS.contains(words.get(i - 1).form()) && followsAuthors(i - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean followsAuthors(int verb) {
    for (int i = verb - 1; i >= Math.max(0, verb - SUBJECT_WORDS); i--) {
      if (AUTHORS.contains(text.words().get(i).form())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence ends before a word. */
  private boolean endsSentence(int word) {
    int from = text.words().get(word - 1).end();
    int to = text.words().get(word).start();
    for (int i = from; i + 1 < to; i++) {
      char c = text.text().charAt(i);
      if ((c == '.' || c == '!' || c == '?') && Character.isWhitespace(text.text().charAt(i + 1))) {
        return true;
      }
    }
    return false;
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
