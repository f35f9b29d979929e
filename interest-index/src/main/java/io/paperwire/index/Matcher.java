package io.paperwire.index;

import io.paperwire.index.ReaderClock.Reader;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Asks an index who wants to hear of a paper. For one thread at a time. */
public final class Matcher implements AutoCloseable {

  private final FeatureSearch search;
  private final PostingLists lists;
  private final BlockStore blocks;
  private final IntPages entries;
  private final Reader reader;
  private final Supplier<Replaced> replaced;
  private final IntSet features = new IntSet();
  private final IntSet judged = new IntSet();

  Matcher(
      FeatureSearch search,
      PostingLists lists,
      BlockStore blocks,
      IntPages entries,
      Reader reader,
      Supplier<Replaced> replaced) {
    this.search = search;
    this.lists = lists;
    this.blocks = blocks;
    this.entries = entries;
    this.reader = reader;
    this.replaced = replaced;
  }

  /**
   * Finds the interests that a paper matches.
   *
   * @param found told the number of each, once, in no particular order. While it is told, the
   *     number is not given to another interest.
   */
  public void match(ReadPaper paper, IntConsumer found) {
    long time = reader.enter();
    try {
      Replaced hidden = replaced.get();
      features.clear();
      judged.clear();
      search.find(paper, features);
      for (int i = 0; i < features.size(); i++) {
        matchFiledUnder(features.member(i), hidden, time, found);
      }
    } finally {
      reader.exit();
    }
  }

  /** Takes part no more. */
  @Override
  public void close() {
    reader.leave();
  }

  private void matchFiledUnder(int feature, Replaced hidden, long time, IntConsumer found) {
    int first = lists.first(feature);
    if (first != PostingLists.EMPTY) {
      match(first, hidden, time, found);
    }
    int[] others = lists.others(feature);
    int size = PostingLists.size(others);
    for (int i = 1; i <= size; i++) {
      int posting = others[i];
      if (posting != PostingLists.EMPTY) {
        match(posting, hidden, time, found);
      }
    }
  }

  /** A posting is the number of an interest in this feature only, or one that is to be judged. */
  private void match(int posting, Replaced hidden, long time, IntConsumer found) {
    int number = posting < 0 ? ~posting : posting;
    if ((posting >= 0 || holds(number)) && !hidden.hides(number, time)) {
      found.accept(number);
    }
  }

  private boolean holds(int number) {
    int block = entries.get(number);
    int[] page = blocks.page(block);
    int at = IntPages.offset(block);
    if (Program.filed(page, at) > 1 && !judged.add(number)) {
      return false;
    }
    return Program.holds(page, at, features);
  }
}
