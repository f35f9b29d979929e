package io.paperwire.likeness;

import io.paperwire.text.AnalyzedText;
import io.paperwire.text.LetterHash;
import io.paperwire.text.StopWords;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms of a text: its words without stop words, and each two and three of them that follow
 * each other in one phrase. A term is known by the hash of its letters, so that "multi-agent" and
 * "multiagent" are one.
 */
final class Terms {

  private static final int MOST_LETTERS = 40;
  private static final int MOST_WORDS = 3;
  private static final Pattern WRITTEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\p{P}|\\p{S}");

  /** Marks that stand before what is no folded word, which has none of them. */
  private static final char CODE = '\0';

  private static final char WORDING = '\1';

  private Terms() {}

  /** The terms of a text in order, each as often as it stands there. */
  static long[] of(String text) {
    Collected terms = new Collected();
    walk(TextAnalyzer.analyze(text).words(), (hash, _) -> terms.add(hash));
    return terms.toArray();
  }

  /** Tells of each term of a text, with its words as the author wrote them. */
  static void written(String text, BiConsumer<Long, String> terms) {
    AnalyzedText analyzed = TextAnalyzer.analyze(text);
    walk(
        analyzed.words(),
        (hash, span) -> terms.accept(hash, analyzed.asWritten(span.from(), span.to())));
  }

  private static void walk(List<Word> words, BiConsumer<Long, Span> terms) {
    List<Kept> phrase = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      String form = word.form();
      if (word.link() == Word.Link.BREAK || form.length() > MOST_LETTERS) {
        phrase.clear();
      }
      if (form.length() <= MOST_LETTERS && !StopWords.contains(form)) {
        phrase.add(new Kept(i, word.letters(), LetterHash.power(form.length())));
        tell(phrase, form.length() > 1, terms);
      }
    }
  }

  /** Tells of the terms that end with the last word of a phrase. */
  private static void tell(List<Kept> phrase, boolean alone, BiConsumer<Long, Span> terms) {
    int last = phrase.size() - 1;
    int end = phrase.get(last).word() + 1;
    long hash = 0;
    long power = 1;
    for (int first = last; first >= 0 && first > last - MOST_WORDS; first--) {
      Kept kept = phrase.get(first);
      hash = LetterHash.join(kept.hash(), power, hash);
      power *= kept.power();
      if (first < last || alone) {
        terms.accept(hash, new Span(kept.word(), end));
      }
    }
  }

  /**
   * How a text is put: its words as they are written, small ones too, its punctuation, and each two
   * of these that follow each other. People who write together write alike, and the names of their
   * systems keep their capitals.
   */
  static long[] wording(String text) {
    Collected terms = new Collected();
    Matcher matcher = WRITTEN.matcher(text);
    String previous = "";
    while (matcher.find()) {
      String token = matcher.group();
      terms.add(LetterHash.of(WORDING + token));
      if (!previous.isEmpty()) {
        terms.add(LetterHash.of(WORDING + previous + " " + token));
      }
      previous = token;
    }
    return terms.toArray();
  }

  /** The hashes of codes such as categories. They never meet those of words. */
  static long[] ofCodes(List<String> codes) {
    return codes.stream().mapToLong(code -> LetterHash.of(CODE + code)).toArray();
  }

  /** A word of a phrase: which of the text's, its hash, and the power of its length. */
  private record Kept(int word, long hash, long power) {}

  /** Words of a text, the last exclusive. */
  private record Span(int from, int to) {}

  private static final class Collected {
    private long[] hashes = new long[256];
    private int size;

    void add(long hash) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * size);
      }
      hashes[size++] = hash;
    }

    long[] toArray() {
      return Arrays.copyOf(hashes, size);
    }
  }
}
