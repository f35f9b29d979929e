package io.paperwire.ingest.state;

import io.paperwire.ingest.judgement.Fingerprint;
import io.paperwire.ingest.judgement.Known;
import io.paperwire.ingest.judgement.Meaning;
import java.util.Optional;

/**
 * What is known of each paper of a source, for many millions of papers: a hash table with open
 * addressing over arrays, 32 bytes a slot, at most three quarters full. A paper is found by 64 bits
 * of its id's fingerprint. Belongs to one thread.
 */
public final class SeenLedger {

  private static final int FIRST_CAPACITY = 1024;
  private static final int WITHDRAWN = 1;
  private static final int ANNOUNCED = 2;
  private static final int PRESENT = 4;

  private long[] papers = new long[FIRST_CAPACITY];
  private long[] contents = new long[FIRST_CAPACITY];
  private int[] texts = new int[FIRST_CAPACITY];
  private int[] publications = new int[FIRST_CAPACITY];
  private int[] categories = new int[FIRST_CAPACITY];
  private int[] packed = new int[FIRST_CAPACITY];
  private int size;

  /** How many papers are known. */
  public int size() {
    return size;
  }

  /** What is known of a paper. */
  public Optional<Known> get(String paperId) {
    int slot = slotOf(Fingerprint.of(paperId));
    return packed[slot] == 0 ? Optional.empty() : Optional.of(known(slot));
  }

  /** Remembers what is known of a paper. */
  public void put(String paperId, Known known) {
    if (size >= papers.length / 4 * 3) {
      grow();
    }
    long paper = Fingerprint.of(paperId);
    int slot = slotOf(paper);
    if (packed[slot] == 0) {
      size++;
    }
    papers[slot] = paper;
    contents[slot] = known.meaning().content();
    texts[slot] = known.meaning().text();
    publications[slot] = known.meaning().publication();
    categories[slot] = known.meaning().categories();
    packed[slot] =
        known.version() << 16
            | known.meaning().categoryCount() << 8
            | PRESENT
            | (known.meaning().withdrawn() ? WITHDRAWN : 0)
            | (known.announced() ? ANNOUNCED : 0);
  }

  private Known known(int slot) {
    int bits = packed[slot];
    Meaning meaning =
        new Meaning(
            contents[slot],
            texts[slot],
            publications[slot],
            categories[slot],
            bits >>> 8 & Known.MAX_CATEGORY_COUNT,
            (bits & WITHDRAWN) != 0);
    return new Known(bits >>> 16, meaning, (bits & ANNOUNCED) != 0);
  }

  /** The slot that holds a paper, or the empty one where it belongs. */
  private int slotOf(long paper) {
    int mask = papers.length - 1;
    int slot = (int) paper & mask; // a fingerprint's bits are as good as random
    while (packed[slot] != 0 && papers[slot] != paper) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldPapers = papers;
    long[] oldContents = contents;
    int[] oldTexts = texts;
    int[] oldPublications = publications;
    int[] oldCategories = categories;
    int[] oldPacked = packed;
    int capacity = Math.multiplyExact(oldPapers.length, 2);
    papers = new long[capacity];
    contents = new long[capacity];
    texts = new int[capacity];
    publications = new int[capacity];
    categories = new int[capacity];
    packed = new int[capacity];
    for (int i = 0; i < oldPapers.length; i++) {
      if (oldPacked[i] != 0) {
        int slot = slotOf(oldPapers[i]);
        papers[slot] = oldPapers[i];
        contents[slot] = oldContents[i];
        texts[slot] = oldTexts[i];
        publications[slot] = oldPublications[i];
        categories[slot] = oldCategories[i];
        packed[slot] = oldPacked[i];
      }
    }
  }
}
