package io.paperwire.enrich.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an abstract into its sentences. */
final class Sentences {

  /**
   * An end mark, perhaps closing brackets or quotes, white space, and what may begin a sentence.
   */
  private static final Pattern END =
      Pattern.compile("[.!?][\"')\\]]*\\s+(?=[\"'(\\[$]*[\\p{Lu}\\p{N}$\\\\])");

  /** What ends with a dot and not the sentence. */
  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?:^|[\\s(])(?:e\\.g|i\\.e|et"
              + " al|etc|cf|vs|resp|approx|Fig|Figs|Eq|Eqs|Sec|Ref|Refs|No|Dr"
              + "|Prof|St|w\\.r\\.t|a\\.k\\.a|\\p{Lu})\\.$");

  private Sentences() {}

  /**
   * The sentences in their order, without white space around them and with single blanks inside.
   */
  static List<String> of(String text) {
    String plain = text.strip().replaceAll("\\s+", " ");
    List<String> sentences = new ArrayList<>();
    Matcher end = END.matcher(plain);
    int from = 0;
    while (end.find()) {
      String candidate = plain.substring(from, end.end()).strip();
      if (!ABBREVIATED.matcher(candidate).find()) {
        sentences.add(candidate);
        from = end.end();
      }
    }
    if (from < plain.length()) {
      sentences.add(plain.substring(from));
    }
    return List.copyOf(sentences);
  }
}
