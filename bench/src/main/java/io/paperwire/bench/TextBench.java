package io.paperwire.bench;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.embedding.Embedder;
import io.paperwire.tagging.PaperJudge;
import io.paperwire.tagging.paper.AnalyzedPaper;
import io.paperwire.tagging.paper.PaperText;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/**
 * How many papers a second are judged by their words, and how many texts become vectors. Beside the
 * time on the clock it tells the time of processors: on a machine that does other work meanwhile
 * only that says something.
 */
public final class TextBench {

  /** Rounds before the one that counts: the compiler must have seen the code. */
  private static final int WARM_UP = 2;

  private final List<PaperText> papers;
  private final int threads;
  private final PrintWriter out;

  /**
   * A bench.
   *
   * @param papers at least one
   * @param threads at most so many at a time
   * @param out told what was measured
   */
  public TextBench(List<PaperText> papers, int threads, PrintWriter out) {
    if (papers.isEmpty() || threads < 1) {
      throw new IllegalArgumentException("there must be a paper and a thread");
    }
    this.papers = List.copyOf(papers);
    this.threads = threads;
    this.out = out;
  }

  /** Measures judging: topics and kind, and then categories as well. */
  public void judge(PaperJudge judge) {
    for (int number = 1; number <= threads; number++) {
      measure(
          "topics and kind",
          number,
          WARM_UP,
          p -> judge.judgeWithoutCategories(AnalyzedPaper.of(p), Optional.empty()).topics().size());
      measure(
          "topics, kind and categories",
          number,
          WARM_UP,
          p -> judge.judge(AnalyzedPaper.of(p), Optional.empty()).categories().size());
    }
  }

  /** Measures vectors, each text alone on one thread. */
  public void embed(Embedder embedder) {
    String what =
        "vectors of %s, cut at %d tokens"
            .formatted(embedder.model().name(), embedder.model().maxTokens());
    for (int number = 1; number <= threads; number++) {
      measure(
          what,
          number,
          0,
          paper ->
              embedder.embed(EmbeddedText.ofPaper(paper.title(), paper.abstractText())).length);
    }
  }

  private void measure(String what, int number, int warmUp, ToIntFunction<PaperText> work) {
    long found = 0;
    for (int round = 0; round < warmUp; round++) {
      found += papers.stream().mapToLong(work::applyAsInt).sum();
    }
    AtomicInteger next = new AtomicInteger();
    AtomicLong processor = new AtomicLong();
    // What was found is added up, so that no compiler can leave the work out.
    AtomicLong results = new AtomicLong(found);
    Pace pace =
        Pace.of(
            number,
            () -> {
              long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
              long done = 0;
              for (int i = next.getAndIncrement(); i < papers.size(); i = next.getAndIncrement()) {
                results.addAndGet(work.applyAsInt(papers.get(i)));
                done++;
              }
              processor.addAndGet(
                  ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
              return done;
            });
    out.println(
        "%s: %,.1f papers/s on %d thread%s, %,.1f a processor-second"
            .formatted(
                what,
                pace.results() / (pace.nanos() / 1e9),
                number,
                number == 1 ? "" : "s",
                pace.results() / (processor.get() / 1e9)));
    out.flush();
  }
}
