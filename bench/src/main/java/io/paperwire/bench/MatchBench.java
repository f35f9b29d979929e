package io.paperwire.bench;

import io.paperwire.bench.Engine.Asking;
import io.paperwire.index.Paper;
import io.paperwire.interest.Expression;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures matching and prints what it finds, line by line. */
public final class MatchBench {

  private static final double NANOS = 1e9;
  private static final int WARM_UP = 500;
  private static final int SETTLING = 3;
  private static final int ROUNDS = 5;

  private final BenchSettings settings;
  private final List<Paper> papers;
  private final List<Expression> stated;
  private final PrintWriter out;

  /**
   * A benchmark.
   *
   * @param settings what to measure
   * @param papers papers with abstracts, categories and authors, of which interests are made and
   *     that are matched, again and again if there are few
   * @param stated interests besides, as people state them
   * @param out where the report goes
   */
  public MatchBench(
      BenchSettings settings, List<Paper> papers, List<Expression> stated, PrintWriter out) {
    if (papers.isEmpty()) {
      throw new IllegalArgumentException("there are no papers to match");
    }
    this.settings = settings;
    this.papers = List.copyOf(papers);
    this.stated = List.copyOf(stated);
    this.out = new PrintWriter(out, true);
  }

  /**
   * Runs it.
   *
   * @return whether both engines gave the same matches
   */
  public boolean run() throws IOException {
    out.printf(
        Locale.ROOT,
        "%,d papers, %,d interests, seed %d, Java %s, %d processors, heap %,d MB%n",
        papers.size(),
        settings.interests(),
        settings.seed(),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    List<Expression> all = mix();
    for (int size : settings.growth()) {
      growth(all.subList(0, size));
    }
    List<Expression> interests = new ArrayList<>(all.subList(0, settings.interests()));
    interests.addAll(stated);
    boolean same = true;
    try (PaperwireEngine engine = new PaperwireEngine()) {
      build(engine, interests);
      double alone = oneAndTwo(engine);
      int[] numbers = changes(engine, interests, alone);
      if (settings.luceneMatches() > 0) {
        same = beside(engine, numbers, interests, alone);
      }
    }
    return same;
  }

  /** On its own, so that what was needed to make them is free when memory is measured. */
  private List<Expression> mix() {
    return new InterestMix(papers, settings.seed()).make(settings.largest());
  }

  private void growth(List<Expression> interests) throws IOException {
    try (PaperwireEngine engine = new PaperwireEngine()) {
      build(engine, interests);
      speed(engine, 1);
    }
  }

  private void build(Engine engine, List<Expression> interests) throws IOException {
    long before = usedMemory();
    long start = System.nanoTime();
    engine.build(interests);
    double seconds = (System.nanoTime() - start) / NANOS;
    out.printf(
        Locale.ROOT,
        "%s: %,d interests built in %.2f s, %.0f bytes each%n",
        engine.name(),
        interests.size(),
        seconds,
        (usedMemory() - before) / (double) interests.size());
  }

  /** Papers a second of all threads, text analysis included. */
  private double speed(Engine engine, int threads) throws IOException {
    match(engine, WARM_UP);
    Pace pace = pace(engine, threads);
    print(engine, threads, pace);
    return pace.perSecond(settings.matches());
  }

  private Pace pace(Engine engine, int threads) throws IOException {
    return Pace.of(threads, () -> match(engine, settings.matches()));
  }

  private void print(Engine engine, int threads, Pace pace) {
    out.printf(
        Locale.ROOT,
        "%s: %,.0f papers/s on %d thread%s, %,.0f matches a paper%n",
        engine.name(),
        pace.perSecond(settings.matches()),
        threads,
        threads == 1 ? "" : "s",
        pace.mean(settings.matches()));
  }

  /**
   * What a second thread brings: one and two by turns, because the machine is not the same from one
   * minute to the next, and the median of the rounds.
   *
   * @return papers a second on one thread
   */
  private double oneAndTwo(Engine engine) throws IOException {
    match(engine, WARM_UP);
    double[] alone = new double[ROUNDS];
    double[] gains = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Pace one = pace(engine, 1);
      print(engine, 1, one);
      Pace two = pace(engine, 2);
      print(engine, 2, two);
      alone[round] = one.perSecond(settings.matches());
      gains[round] = two.perSecond(settings.matches()) / alone[round];
    }
    out.printf(
        Locale.ROOT,
        "paperwire: 2 threads give %.2f times the papers/s of one (rounds:%s)%n",
        median(gains),
        Arrays.stream(gains).mapToObj(" %.2f"::formatted).collect(Collectors.joining()));
    return median(alone);
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }

  /** Matches so many papers and returns how many matches there are. */
  private long match(Engine engine, int count) throws IOException {
    long[] matches = new long[1];
    try (Asking asking = engine.asking()) {
      for (int i = 0; i < count; i++) {
        asking.match(papers.get(i % papers.size()), _ -> matches[0]++);
      }
    }
    return matches[0];
  }

  /** Returns the numbers that the interests have in the end. */
  private int[] changes(PaperwireEngine engine, List<Expression> interests, double undisturbed)
      throws IOException {
    try (Changes changes = new Changes(engine, interests, settings)) {
      Pace pace = Pace.of(1, () -> match(engine, settings.matches()));
      double disturbed = pace.perSecond(settings.matches());
      Changes.Done done = changes.stop();
      out.printf(
          Locale.ROOT,
          "paperwire: %,.0f papers/s (%.0f %%) beside %,.0f changes/s,"
              + " a change takes %.1f us at the median, %.1f us at p99, %,.0f us at most%n",
          disturbed,
          100 * disturbed / undisturbed,
          done.perSecond(),
          done.micros(0.5),
          done.micros(0.99),
          done.micros(1));
      return done.numbers();
    }
  }

  private boolean beside(
      PaperwireEngine paperwire, int[] numbers, List<Expression> interests, double speed)
      throws IOException {
    try (LuceneEngine lucene = new LuceneEngine()) {
      build(lucene, interests);
      int count = Math.min(settings.luceneMatches(), papers.size());
      match(lucene, Math.min(count, WARM_UP / 10));
      Pace pace = Pace.of(1, () -> match(lucene, count));
      out.printf(
          Locale.ROOT,
          "lucene-monitor: %,.1f papers/s on 1 thread, %,.0f matches a paper%n",
          pace.perSecond(count),
          pace.mean(count));
      out.printf(
          Locale.ROOT,
          "paperwire: %,.0f times the papers/s of lucene-monitor%n",
          speed / pace.perSecond(count));
      return equal(paperwire, numbers, lucene, count);
    }
  }

  private boolean equal(PaperwireEngine paperwire, int[] numbers, Engine lucene, int count)
      throws IOException {
    int[] interests = inverse(numbers);
    int different = 0;
    long matches = 0;
    try (Asking one = paperwire.asking();
        Asking other = lucene.asking()) {
      for (Paper paper : papers.subList(0, count)) {
        int[] found = sorted(one, paper, number -> interests[number]);
        matches += found.length;
        if (!Arrays.equals(found, sorted(other, paper, IntUnaryOperator.identity()))) {
          different++;
          out.printf(Locale.ROOT, "different matches: %s%n", paper.id());
        }
      }
    }
    out.printf(
        Locale.ROOT, "%,d papers, %,d matches: %,d papers differ%n", count, matches, different);
    return different == 0;
  }

  private static int[] inverse(int[] numbers) {
    int[] interests = new int[Arrays.stream(numbers).max().orElse(0) + 1];
    for (int interest = 0; interest < numbers.length; interest++) {
      interests[numbers[interest]] = interest;
    }
    return interests;
  }

  private static int[] sorted(Asking asking, Paper paper, IntUnaryOperator interest)
      throws IOException {
    IntStream.Builder found = IntStream.builder();
    asking.match(paper, found::add);
    return found.build().map(interest).sorted().toArray();
  }

  private static long usedMemory() {
    for (int i = 0; i < SETTLING; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
