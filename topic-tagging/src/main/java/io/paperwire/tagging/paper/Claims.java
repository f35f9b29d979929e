package io.paperwire.tagging.paper;

import io.paperwire.text.AnalyzedText;
import io.paperwire.text.Word;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Where in a text authors say what they do: "we propose", "this paper presents". Immutable. */
public final class Claims {

  private static final int CLAIM_WORDS = 22;
  private static final int SUBJECT_WORDS = 4;

  private static final Set<String> AUTHORS =
      Set.of("we", "paper", "work", "study", "survey", "article", "report", "thesis", "review");
  private static final Set<String> VERBS =
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

  /** Of a text in which nothing is claimed. */
  public static final Claims NONE = new Claims(new BitSet());

  private final BitSet claimed;

  private Claims(BitSet claimed) {
    this.claimed = claimed;
  }

  /** Reads a text. */
  public static Claims of(AnalyzedText text) {
    List<Word> words = text.words();
    BitSet claimed = new BitSet(words.size());
    int left = 0;
    for (int i = 1; i < words.size(); i++) {
      if (endsSentence(text, i)) {
        left = 0;
      } else if (VERBS.contains(words.get(i - 1).form()) && followsAuthors(words, i - 1)) {
        left = CLAIM_WORDS;
      }
      claimed.set(i, left > 0);
      left--;
    }
    return new Claims(claimed);
  }

  /**
   * Whether the authors say shortly before a word, in the same sentence, that they do something.
   */
  public boolean include(int word) {
    return claimed.get(word);
  }

  private static boolean followsAuthors(List<Word> words, int verb) {
    for (int i = verb - 1; i >= Math.max(0, verb - SUBJECT_WORDS); i--) {
      if (AUTHORS.contains(words.get(i).form())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence ends before a word. */
  private static boolean endsSentence(AnalyzedText text, int word) {
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
}
