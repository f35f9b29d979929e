package io.paperwire.index;

import io.paperwire.index.FeatureUse.Retirement;
import io.paperwire.index.Formula.Every;
import io.paperwire.index.Formula.Literal;
import io.paperwire.index.Formula.Some;
import io.paperwire.interest.Expression;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The interests of many, in memory, asked paper by paper who wants to hear of it.
 *
 * <p>Interests are added, changed and removed by any thread, one at a time; each of these takes
 * microseconds. {@link #matcher Matchers} go on meanwhile and never wait. A paper that is matched
 * while an interest changes is held against the old or the new one and never against neither.
 */
public final class InterestIndex {

  private static final int VACANT = Integer.MIN_VALUE;

  private final FeatureTable table = new FeatureTable();
  private final PostingLists lists = new PostingLists();
  private final BlockStore blocks = new BlockStore();
  private final FeatureSearch search = new FeatureSearch(table, lists, blocks);
  private final FeatureUse features = new FeatureUse(table, lists, blocks, search, new Retiring());
  private final ReaderClock clock = new ReaderClock();
  private final Rarity rarity = new Rarity();

  /** Of each interest the block of its program, or its only feature, inverted. */
  private final IntPages entries = new IntPages(VACANT);

  private final IntStack freeNumbers = new IntStack();
  private final Queue<Retired> retired = new ArrayDeque<>();
  private volatile Replaced replaced = Replaced.NONE;
  private final BitSet filed = new BitSet();

  /** Of those that are filed; it is asked for with each record. */
  private int size;

  private int next;

  /** Something that waits until no reader can hold it. */
  private record Retired(long time, Kind kind, int value, int length) {

    enum Kind {
      /** An interest in whose place another was put; it is still filed. */
      REPLACED,
      /** An interest that is not filed any more. */
      REMOVED,
      FEATURE,
      BLOCK
    }
  }

  /**
   * Puts an interest in.
   *
   * @return its number, or why it is refused, see {@link Admission}
   */
  public synchronized Filing add(Expression expression) {
    reclaim();
    Formula formula = Lowering.lower(expression);
    Optional<String> refusal = Admission.refusalOfStored(formula);
    if (refusal.isPresent()) {
      return new Filing.Refused(refusal.get());
    }
    return new Filing.Filed(file(formula));
  }

  /**
   * Takes an interest out.
   *
   * @param number its number; from now on it may be that of another interest
   */
  public synchronized void remove(int number) {
    checkFiled(number);
    reclaim();
    filed.clear(number);
    size--;
    unfile(number);
  }

  /**
   * Puts another interest in the place of one. If it is refused, the old one stays.
   *
   * @param number the number of the old one; from now on it may be that of another interest
   * @return the number of the new one
   */
  public synchronized Filing change(int number, Expression expression) {
    checkFiled(number);
    Filing filing = add(expression);
    switch (filing) {
      case Filing.Filed _ -> {
        filed.clear(number);
        size--;
        replaced = replaced.with(number, clock.time() + 1);
        retire(Retired.Kind.REPLACED, number, 0);
      }
      case Filing.Refused _ -> {}
    }
    return filing;
  }

  /** Shows a paper, so that interests are filed under what is rare. */
  public synchronized void observe(ReadPaper paper) {
    rarity.observe(paper);
  }

  /** How many interests there are. */
  public synchronized int size() {
    return size;
  }

  /** One who asks; each thread needs its own, and closes it when it is done. */
  public Matcher matcher() {
    return new Matcher(search, lists, blocks, entries, clock.reader(), () -> replaced);
  }

  private int file(Formula formula) {
    int number = freeNumbers.isEmpty() ? next++ : freeNumbers.pop();
    entries.reach(number);
    if (formula instanceof Literal(Feature only, _)) {
      int feature = features.use(only);
      entries.set(number, ~feature);
      lists.add(feature, number);
    } else {
      int block = program(formula).store(blocks);
      entries.set(number, block);
      int[] page = blocks.page(block);
      int at = IntPages.offset(block);
      for (int i = 1; i <= Program.filed(page, at); i++) {
        lists.add(page[at + i], ~number);
      }
    }
    filed.set(number);
    size++;
    return number;
  }

  /** Features it is filed under are used by its literals as well, and counted there. */
  private Program program(Formula formula) {
    Program program = new Program();
    Requirement required = Requirement.rarest(formula, rarity::estimate).orElseThrow();
    int[] filed = required.features().stream().mapToInt(features::use).toArray();
    Arrays.stream(filed).distinct().forEach(program::file);
    program.filed();
    append(program, formula);
    Arrays.stream(filed).forEach(features::release);
    return program;
  }

  private void append(Program program, Formula formula) {
    switch (formula) {
      case Literal(Feature feature, boolean wanted) ->
          program.literal(features.use(feature), wanted);
      case Every(List<Formula> parts) -> append(program, parts, true);
      case Some(List<Formula> parts) -> append(program, parts, false);
    }
  }

  private void append(Program program, List<Formula> parts, boolean every) {
    int node = program.open(every);
    parts.forEach(part -> append(program, part));
    program.close(node);
  }

  private void unfile(int number) {
    int entry = entries.get(number);
    if (entry < 0) {
      lists.remove(~entry, number);
    } else {
      int[] page = blocks.page(entry);
      int at = IntPages.offset(entry);
      for (int i = 1; i <= Program.filed(page, at); i++) {
        lists.remove(page[at + i], ~number);
      }
    }
    retire(Retired.Kind.REMOVED, number, 0);
  }

  private void retire(Retired.Kind kind, int value, int length) {
    retired.add(new Retired(clock.tick(), kind, value, length));
  }

  /** Takes back what no reader can hold any more. */
  private void reclaim() {
    while (!retired.isEmpty() && clock.isPast(retired.element().time())) {
      Retired past = retired.remove();
      switch (past.kind()) {
        case REPLACED -> {
          unfile(past.value());
          replaced = replaced.without(past.value());
        }
        case REMOVED -> free(past.value());
        case FEATURE -> table.reuse(past.value());
        case BLOCK -> blocks.free(past.value(), past.length());
      }
    }
  }

  private void free(int number) {
    int entry = entries.get(number);
    entries.set(number, VACANT);
    freeNumbers.push(number);
    if (entry < 0) {
      features.release(~entry);
      return;
    }
    int[] page = blocks.page(entry);
    int at = IntPages.offset(entry);
    Arrays.stream(Program.features(page, at)).forEach(features::release);
    blocks.free(entry, Program.length(page, at));
  }

  private void checkFiled(int number) {
    if (!filed.get(number)) {
      throw new IllegalArgumentException("there is no interest of number " + number);
    }
  }

  private final class Retiring implements Retirement {

    @Override
    public void feature(int feature) {
      retire(Retired.Kind.FEATURE, feature, 0);
    }

    @Override
    public void block(int at, int length) {
      retire(Retired.Kind.BLOCK, at, length);
    }
  }
}
