package io.paperwire.text;

import io.paperwire.text.Word.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds many phrases in a text at once, and what they stand for.
 *
 * <p>Each run of words of the text is looked up by a hash of its letters, which is carried from
 * word to word (Karp and Rabin, 1987), for as long as some phrase may begin with these letters, so
 * the cost depends on the text and hardly on how many phrases there are. Hundreds of thousands fit:
 * a phrase costs one table slot, one entry and a few bits for each of its beginnings.
 *
 * <p>Phrases may be added between searches. One thread may change the index; any number may search
 * it while nobody changes it.
 *
 * @param <T> what phrases stand for
 */
public final class PhraseIndex<T> {

  private static final int INITIAL_CAPACITY = 64;

  /** A slot holds half a phrase, and that some ten beginnings: one bit in six is set. */
  private static final int BITS_A_SLOT = 64;

  /** For whole phrases, so that most of what is none is told in the first cache. */
  private static final int BITS_A_SLOT_OF_KEYS = 8;

  /** All phrases of one key; its slot is the first free one from its hash on. */
  private static final class Entry<T> {
    final long hash;
    final String key;
    final List<Meaning<T>> meanings = new ArrayList<>(1);

    Entry(long hash, String key) {
      this.hash = hash;
      this.key = key;
    }
  }

  private record Meaning<T>(Phrase phrase, T value) {}

  private @Nullable Entry<T>[] table = newTable(INITIAL_CAPACITY);
  private LetterHashes keys = new LetterHashes(BITS_A_SLOT_OF_KEYS * INITIAL_CAPACITY);
  private LetterHashes beginnings = new LetterHashes(BITS_A_SLOT * INITIAL_CAPACITY);
  private int entries;

  /** Adds a phrase and what it stands for; the same pair twice is one. */
  public void add(Phrase phrase, T value) {
    long hash = LetterHash.of(phrase.key());
    int slot = slot(hash, phrase.key());
    Entry<T> entry = table[slot];
    if (entry == null) {
      entry = new Entry<>(hash, phrase.key());
      table[slot] = entry;
      entries++;
      beginnings.addBeginnings(entry.key);
      keys.add(hash);
      growIfCrowded();
    }
    Meaning<T> meaning = new Meaning<>(phrase, value);
    if (!entry.meanings.contains(meaning)) {
      entry.meanings.add(meaning);
    }
  }

  /** Every occurrence of every phrase, in the order of the text, shorter ones first. */
  public List<Hit<T>> find(AnalyzedText text) {
    List<Word> words = text.words();
    long[] hashes = new long[words.size()];
    long[] powers = new long[words.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = words.get(i).letters();
      powers[i] = LetterHash.power(words.get(i).form().length());
    }
    List<Hit<T>> hits = new ArrayList<>();
    for (int from = 0; from < hashes.length; from++) {
      long hash = 0;
      int length = 0;
      for (int to = from; to < hashes.length; to++) {
        Word word = words.get(to);
        hash = LetterHash.join(hash, powers[to], hashes[to]);
        if ((to > from && word.link() == Link.BREAK) || !beginnings.mayHave(hash)) {
          break;
        }
        length += word.form().length();
        if (keys.mayHave(hash)) {
          collect(text, hash, length, from, to + 1, hits);
        }
      }
    }
    return hits;
  }

  private void collect(
      AnalyzedText text, long hash, int length, int from, int to, List<Hit<T>> hits) {
    int slot = home(hash, table.length);
    for (Entry<T> entry = table[slot]; entry != null; entry = table[slot]) {
      if (entry.hash == hash
          && entry.key.length() == length
          && spells(text.words(), from, entry.key)) {
        addHits(text, entry, from, to, hits);
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
  }

  private void addHits(AnalyzedText text, Entry<T> entry, int from, int to, List<Hit<T>> hits) {
    for (Meaning<T> meaning : entry.meanings) {
      Phrase phrase = meaning.phrase();
      if (to - from > phrase.words() && !isCompound(text.words(), from, to)) {
        continue;
      }
      if (!phrase.capitals() || Phrase.isInCapitals(text.asWritten(from, to))) {
        hits.add(new Hit<>(meaning.value(), phrase, from, to));
      }
    }
  }

  /**
   * Whether words that stand apart may be read as one: "fine tuning" for "finetuning", but not "a
   * r" for "AR".
   */
  private static boolean isCompound(List<Word> words, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (words.get(i).isLooseFrom(words.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  /** Guards against two keys of the same hash. */
  private static boolean spells(List<Word> words, int from, String key) {
    int position = 0;
    for (int i = from; position < key.length(); i++) {
      String form = words.get(i).form();
      if (!key.startsWith(form, position)) {
        return false;
      }
      position += form.length();
    }
    return true;
  }

  private int slot(long hash, String key) {
    int slot = home(hash, table.length);
    for (Entry<T> entry = table[slot]; entry != null; entry = table[slot]) {
      if (entry.hash == hash && entry.key.equals(key)) {
        return slot;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private void growIfCrowded() {
    if (2 * entries <= table.length) {
      return;
    }
    @Nullable Entry<T>[] old = table;
    table = newTable(2 * old.length);
    beginnings = new LetterHashes(BITS_A_SLOT * table.length);
    keys = new LetterHashes(BITS_A_SLOT_OF_KEYS * table.length);
    for (Entry<T> entry : old) {
      if (entry != null) {
        beginnings.addBeginnings(entry.key);
        keys.add(entry.hash);
        table[slot(entry.hash, entry.key)] = entry;
      }
    }
  }

  @SuppressWarnings("unchecked") // arrays know no type parameters
  private static <T> @Nullable Entry<T>[] newTable(int capacity) {
    return (Entry<T>[]) new Entry<?>[capacity];
  }

  private static int home(long hash, int capacity) {
    return (int) (LetterHash.mixed(hash) >>> 32) & (capacity - 1);
  }
}
