package io.paperwire.likeness;

import io.paperwire.text.LetterHash;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The terms of a text: its words without stop words, and each two of them that follow each other in
 * one phrase. A term is known by the hash of its letters, so that "multi-agent" and "multiagent"
 * are one.
 */
final class Terms {

  private static final int MOST_LETTERS = 40;

  private Terms() {}

  /** The terms of a text in order, each as often as it stands there. */
  static long[] of(String text) {
    Collected terms = new Collected();
    walk(text, (hash, _) -> terms.add(hash));
    return terms.toArray();
  }

  /** Tells of each term of a text, with the words as the author wrote them. */
  static void written(String text, BiConsumer<Long, String> terms) {
    var analyzed = TextAnalyzer.analyze(text);
    walk(
        analyzed.words(),
        (hash, span) -> terms.accept(hash, analyzed.asWritten(span.from(), span.to())));
  }

  private static void walk(String text, BiConsumer<Long, Span> terms) {
    walk(TextAnalyzer.analyze(text).words(), terms);
  }

  private static void walk(List<Word> words, BiConsumer<Long, Span> terms) {
    int previous = -1;
    long previousHash = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.link() == Word.Link.BREAK) {
        previous = -1;
      }
      String form = word.form();
      if (form.length() > MOST_LETTERS) {
        previous = -1;
      } else if (!StopWords.contains(form)) {
        long hash = LetterHash.of(form);
        if (form.length() > 1) {
          terms.accept(hash, new Span(i, i + 1));
        }
        if (previous >= 0) {
          long joined = LetterHash.join(previousHash, LetterHash.power(form.length()), hash);
          terms.accept(joined, new Span(previous, i + 1));
        }
        previous = i;
        previousHash = hash;
      }
    }
  }

  /** Words of a text, the last exclusive. */
  private record Span(int from, int to) {}

  private static final class Collected {
    private long[] hashes = new long[64];
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

  /** The hashes of codes such as categories. They never meet those of words. */
  static long[] ofCodes(List<String> codes) {
    List<Long> hashes = new ArrayList<>();
    codes.forEach(code -> hashes.add(LetterHash.of("\u0000" + code)));
    return hashes.stream().mapToLong(Long::longValue).toArray();
  }
}
