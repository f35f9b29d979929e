package io.paperwire.enrich.summary;

import io.paperwire.text.AnalyzedText;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a sentence begins, which tells whether it can be read without the one before it.
 *
 * @param refersBack to what was said before, as "On it we build" and "These tokens" do
 * @param pointsAtOne to one thing in the sentence just before, as "On it" and "These tokens" do,
 *     and not to the paper's matter, as "It", "The method" and "These results" do
 * @param goesOn that it adds to what was said before, as "We also propose" does
 * @param named the name that it begins with: of the title, another one, or none
 */
record Opening(boolean refersBack, boolean pointsAtOne, boolean goesOn, Name named) {

  /** The name that a sentence begins with. */
  enum Name {
    /** The one that the title introduces, as in "GraphBench: a benchmark". */
    OF_TITLE,
    /** One that is spelt as no word is, such as "KAI-a"; abstracts begin with what is known. */
    OTHER,
    NONE
  }

  /** So many words are the beginning. */
  private static final int BEGINNING = 4;

  private static final int LONGEST_NAME = 4;
  private static final int SHORTEST_NAME = 5;

  private static final Set<String> PRONOUNS =
      forms("it its they their them this that these those such");
  private static final Set<String> DEMONSTRATIVES = forms("this these those such");
  private static final Set<String> BEFORE_PRONOUNS =
      forms("on with for from of by under through to at often here then thus there");

  /** What stands behind "this" in "this paper", which refers to nothing before. */
  private static final Set<String> THE_PAPER =
      forms(
          "paper work article study research thesis survey review report letter chapter note essay"
              + " tutorial end purpose goal reason");

  private static final Set<String> KNOWN_THINGS =
      forms("method approach framework model algorithm system architecture");

  /** "These results" are those of the paper, wherever it says so. */
  private static final Set<String> OUTCOMES =
      forms("result finding analysis experiment observation insight evaluation");

  private static final Set<String> GOING_ON =
      forms("also furthermore moreover additionally lastly secondly");
  private static final Set<String> GOING_ON_FIRST = forms("besides finally further next");
  private static final Set<String> LATER_PARTS = forms("second third last final");

  /**
   * How a sentence begins.
   *
   * @param text of the abstract
   * @param from the sentence's first word; a heading such as "[Summary]" is passed over
   * @param to after its last word
   * @param name the words of the name in the title
   */
  static Opening of(AnalyzedText text, int from, int to, List<String> name) {
    List<Word> words = text.words();
    int first = from;
    if (first + 1 < to && isHeading(text.text(), words.get(first))) {
      first++;
    }
    return new Opening(
        refersBack(words, first, to),
        pointsAtOne(words, first, to),
        goesOn(words, first, to),
        name(text, first, to, name));
  }

  /**
   * The words of the name that a title introduces before a colon, or that are spelt as no word is;
   * none if it introduces no name.
   */
  static List<String> nameIn(AnalyzedText title) {
    List<Word> words = title.words();
    int colon = title.text().indexOf(':');
    List<Word> before = words.stream().takeWhile(word -> word.start() < colon).toList();
    if (!before.isEmpty() && before.size() <= LONGEST_NAME) {
      return before.stream().map(Word::form).toList();
    }
    return !words.isEmpty() && isName(title.text(), words.getFirst())
        ? List.of(words.getFirst().form())
        : List.of();
  }

  private static boolean isHeading(String text, Word word) {
    return word.start() > 0
        && text.charAt(word.start() - 1) == '['
        && word.end() < text.length()
        && text.charAt(word.end()) == ']';
  }

  private static boolean refersBack(List<Word> words, int first, int to) {
    return switch (form(words, first, to)) {
      case String pronoun when PRONOUNS.contains(pronoun) -> isReference(words, first, to);
      case String word when BEFORE_PRONOUNS.contains(word) -> isReference(words, first + 1, to);
      case "the" -> KNOWN_THINGS.contains(form(words, first + 1, to));
      default -> false;
    };
  }

  private static boolean pointsAtOne(List<Word> words, int first, int to) {
    String word = form(words, first, to);
    return DEMONSTRATIVES.contains(word)
        ? isReference(words, first, to) && !OUTCOMES.contains(form(words, first + 1, to))
        : BEFORE_PRONOUNS.contains(word) && isReference(words, first + 1, to);
  }

  private static boolean goesOn(List<Word> words, int first, int to) {
    for (int i = first; i < Math.min(first + BEGINNING, to); i++) {
      if (GOING_ON.contains(words.get(i).form())) {
        return true;
      }
    }
    String second = form(words, first + 1, to);
    return switch (form(words, first, to)) {
      case "in" ->
          second.equals("addition")
              || (second.equals("the") && LATER_PARTS.contains(form(words, first + 2, to)));
      case "we" -> second.equals("further") || second.equals("finally");
      case String word -> GOING_ON_FIRST.contains(word);
    };
  }

  private static boolean isReference(List<Word> words, int i, int to) {
    return PRONOUNS.contains(form(words, i, to))
        && !THE_PAPER.contains(form(words, i + 1, to))
        && !THE_PAPER.contains(form(words, i + 2, to));
  }

  private static String form(List<Word> words, int i, int to) {
    return i < to ? words.get(i).form() : "";
  }

  private static Name name(AnalyzedText text, int first, int to, List<String> name) {
    List<Word> words = text.words();
    if (first == to) {
      return Name.NONE;
    }
    boolean ofTitle = !name.isEmpty() && first + name.size() < to;
    for (int i = 0; ofTitle && i < name.size(); i++) {
      Word word = words.get(first + i);
      ofTitle = word.form().equals(name.get(i)) && (i == 0 || isCapital(text.text(), word));
    }
    boolean spelt = isName(text.text(), words.get(first));
    if (ofTitle && (spelt || name.size() > 1)) {
      return Name.OF_TITLE;
    }
    boolean atFirst = first <= 1;
    return spelt && !atFirst ? Name.OTHER : Name.NONE;
  }

  private static boolean isCapital(String text, Word word) {
    return Character.isUpperCase(text.charAt(word.start())) || word.end() - word.start() <= 2;
  }

  /** Whether a word, up to the next blank, has a capital or a digit inside. */
  private static boolean isName(String text, Word word) {
    int end = word.start();
    boolean inside = false;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      char c = text.charAt(end);
      inside |= end > word.start() && (Character.isUpperCase(c) || Character.isDigit(c));
      end++;
    }
    return inside
        && end - word.start() >= SHORTEST_NAME
        && Character.isUpperCase(text.charAt(word.start()));
  }

  /** Words as a text's words are folded. */
  private static Set<String> forms(String words) {
    return TextAnalyzer.analyze(words).words().stream()
        .map(Word::form)
        .collect(Collectors.toUnmodifiableSet());
  }
}
