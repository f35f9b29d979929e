package io.paperwire.enrich.summary;

import io.paperwire.text.AnalyzedText;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words with which a sentence joins itself to the one before it, such as "However," and "To
 * address this,". Without that one they point into the air, and what stands behind their comma is a
 * sentence by itself. Conditions, such as "Under these assumptions,", are no joints: without them
 * something else would be said.
 */
final class Joint {

  /** So many words a joint has at most. */
  private static final int LONGEST = 12;

  /** So many words must be left of the sentence. */
  private static final int LEAST_LEFT = 4;

  /** How far behind "this" the noun may stand, as in "in this broader context". */
  private static final int NOUN_WITHIN = 3;

  private static final Set<String> ALONE =
      forms(
          "however therefore thus hence consequently accordingly nevertheless nonetheless instead"
              + " similarly conversely meanwhile moreover furthermore additionally besides"
              + " specifically particularly further yet also then");

  private static final Set<List<String>> PHRASES =
      Stream.of(
              "as a result",
              "as a consequence",
              "as such",
              "at the same time",
              "by contrast",
              "for example",
              "for instance",
              "in addition",
              "in contrast",
              "in doing so",
              "in particular",
              "in response",
              "in turn",
              "on the contrary",
              "on the other hand",
              "to do so",
              "to that end",
              "toward that end",
              "towards that end")
          .map(Joint::list)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> POINTERS = forms("this these those such it them their its");

  /** What begins a purpose or a motive, which says nothing of what was done. */
  private static final Set<String> MOTIVES =
      forms(
          "to toward towards despite motivated inspired driven encouraged based building"
              + " recognizing considering");

  private static final Set<String> PLACES = forms("in for with");
  private static final Set<String> MATTERS =
      forms(
          "regard sense context direction vein spirit light respect purpose reason end goal aim"
              + " mind background motivation objective");

  /** "In this paper" points at what is read. */
  private static final Set<String> THE_PAPER =
      forms(
          "paper work article study research thesis survey review report letter chapter note essay"
              + " tutorial dissertation manuscript");

  private Joint() {}

  /**
   * Where a sentence begins if the one before it is left out.
   *
   * @param from the sentence's first word
   * @param to after its last word
   * @param start of the sentence in the text
   * @return behind its joint; its start if it has none
   */
  static int behind(AnalyzedText text, int from, int to, int start) {
    List<Word> words = text.words();
    for (int i = from; i < Math.min(from + LONGEST, to - LEAST_LEFT); i++) {
      String between = text.text().substring(words.get(i).end(), words.get(i + 1).start());
      if (between.isBlank() || between.equals("-")) {
        continue;
      }
      boolean joins = between.startsWith(",") && joins(words.subList(from, i + 1));
      return joins ? words.get(i).end() + begin(between) : start;
    }
    return start;
  }

  /** Where the rest begins behind the comma, a sign before its first word included. */
  private static int begin(String between) {
    int i = 1;
    while (i < between.length() && Character.isWhitespace(between.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean joins(List<Word> words) {
    List<String> lead = words.stream().map(Word::form).toList();
    String first = lead.getFirst();
    if (lead.size() == 1 ? ALONE.contains(first) : PHRASES.contains(lead)) {
      return true;
    }
    for (int i = 1; i < lead.size(); i++) {
      if (POINTERS.contains(lead.get(i)) && !isSuchAs(lead, i)) {
        List<String> nouns = lead.subList(i + 1, Math.min(i + 1 + NOUN_WITHIN, lead.size()));
        return nouns.stream().noneMatch(THE_PAPER::contains)
            && (MOTIVES.contains(first)
                || (i == 1
                    && PLACES.contains(first)
                    && nouns.stream().anyMatch(MATTERS::contains)));
      }
    }
    return false;
  }

  private static boolean isSuchAs(List<String> lead, int i) {
    return lead.get(i).equals("such") && i + 1 < lead.size() && lead.get(i + 1).equals("as");
  }

  /** A sentence with a capital where its first word is no more than a word. */
  static String capitalised(String sentence) {
    int end = 0;
    while (end < sentence.length() && Character.isLowerCase(sentence.charAt(end))) {
      end++;
    }
    boolean plain =
        end > 0 && (end == sentence.length() || " ,-".indexOf(sentence.charAt(end)) >= 0);
    return plain ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
  }

  private static List<String> list(String phrase) {
    return TextAnalyzer.analyze(phrase).words().stream().map(Word::form).toList();
  }

  /** Words as a text's words are folded. */
  private static Set<String> forms(String words) {
    return Set.copyOf(list(words));
  }
}
