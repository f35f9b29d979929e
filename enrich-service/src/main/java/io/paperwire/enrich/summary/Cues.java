package io.paperwire.enrich.summary;

import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import io.paperwire.text.Word.Link;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the words of a sentence say of its part in the abstract. */
final class Cues {

  /** Who acts besides "we": the paper, or the authors. */
  private static final Set<String> PAPERS =
      forms("paper work article study thesis survey review report letter chapter");

  private static final Set<String> AUTHORS = forms("paper author");
  private static final Set<String> THIS_ONE = forms("paper work article study letter");
  private static final Set<String> ADVERBS =
      forms("also first then here therefore thus further now");
  private static final Set<String> MADE =
      forms("proposed introduced presented developed derived established");

  /** The beginnings of what authors do when they make something. */
  private static final List<String> MAKE =
      beginnings(
          "propos introduc present develop design describ releas contribut formulat construct devis"
              + " offer provid extend establish prove provid deriv build creat survey review");

  private static final List<String> LOOK_INTO =
      beginnings(
          "stud look investigat examin explor analy consider address tackl revisit compar evaluat"
              + " conduct perform discuss report use appl measur aim focus argu");

  private static final List<String> FIND =
      beginnings("show find found demonstrat observ achiev obtain reveal conclud discover prove");

  private static final List<String> TELL =
      beginnings("show demonstrat indicat suggest reveal confirm prov");

  /**
   * What a sentence says.
   *
   * @param made that something was made
   * @param lookedInto that something was looked into
   * @param cameOut what came of it
   * @param isNew that something is new
   */
  record Says(boolean made, boolean lookedInto, boolean cameOut, boolean isNew) {}

  private final List<Word> words;
  private final int to;
  private boolean made;
  private boolean lookedInto;
  private boolean cameOut;
  private boolean isNew;

  private Cues(List<Word> words, int to) {
    this.words = words;
    this.to = to;
  }

  /**
   * Reads a sentence. One that begins with "Here" tells what was looked into at least.
   *
   * @param words of the abstract
   * @param from the sentence's first word
   * @param to after its last word
   */
  static Says read(List<Word> words, int from, int to) {
    Cues cues = new Cues(words, to);
    cues.lookedInto = from < to && words.get(from).form().equals("here");
    for (int i = from; i < to; i++) {
      cues.read(i);
    }
    return new Says(cues.made, cues.lookedInto, cues.cameOut, cues.isNew);
  }

  private void read(int i) {
    String form = words.get(i).form();
    switch (form) {
      case "we" -> {
        made |= follows(i + 1, "call");
        readVerb(i + 1);
      }
      case "i" -> readVerb(i + 1);
      case "this" -> {
        if (follows(i + 1, PAPERS)) {
          readVerb(i + 2);
        }
      }
      case "the" -> {
        boolean present = follows(i + 1, "present");
        int who = present ? i + 2 : i + 1;
        if (follows(who, AUTHORS) || (present && follows(who, PAPERS))) {
          readVerb(who + 1);
        }
      }
      case "is", "are" -> made |= follows(i + 1, MADE);
      case "our" -> made |= follows(follows(i + 1, "main") ? i + 2 : i + 1, "contribution");
      case "in" -> lookedInto |= follows(i + 1, "this") && follows(i + 2, THIS_ONE);
      case "state" ->
          cameOut |= follows(i + 1, "of") && follows(i + 2, "the") && follows(i + 3, "art");
      case "result", "experiment", "evaluation", "finding", "analysis" ->
          cameOut |= begins(follows(i + 1, "also") ? i + 2 : i + 1, TELL);
      case "novel", "new", "first", "called", "named", "dubbed" -> isNew = true;
      default -> cameOut |= isBetter(form);
    }
  }

  /** Reads what somebody does. */
  private void readVerb(int i) {
    int verb = follows(i, ADVERBS) || ends(i, "ly") ? i + 1 : i;
    made |= begins(verb, MAKE);
    lookedInto |= begins(verb, LOOK_INTO);
    cameOut |= begins(verb, FIND);
  }

  private static boolean isBetter(String form) {
    return switch (form.charAt(0)) {
      case 'o' -> form.startsWith("outperform");
      case 's' -> form.startsWith("surpass");
      case 'a' -> form.startsWith("achieve");
      case 'i' -> form.startsWith("improve");
      default -> false;
    };
  }

  private boolean follows(int i, String form) {
    return stands(i) && words.get(i).form().equals(form);
  }

  private boolean follows(int i, Set<String> forms) {
    return stands(i) && forms.contains(words.get(i).form());
  }

  /** Whether there is a word at a place, in one phrase with the one before. */
  private boolean stands(int i) {
    return i < to && words.get(i).link() != Link.BREAK;
  }

  private boolean ends(int i, String end) {
    return stands(i) && words.get(i).form().endsWith(end);
  }

  private boolean begins(int i, List<String> beginnings) {
    if (!stands(i)) {
      return false;
    }
    String form = words.get(i).form();
    for (String beginning : beginnings) {
      if (form.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** Words as a text's words are folded. */
  private static Set<String> forms(String words) {
    return TextAnalyzer.analyze(words).words().stream()
        .map(Word::form)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> beginnings(String words) {
    return Stream.of(words.split(" ")).distinct().toList();
  }
}
