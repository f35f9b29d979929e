package io.paperwire.bench;

import io.paperwire.index.Filing;
import io.paperwire.index.InterestIndex;
import io.paperwire.index.Judge;
import io.paperwire.index.Judgement;
import io.paperwire.index.Matcher;
import io.paperwire.index.Paper;
import io.paperwire.index.PaperReader;
import io.paperwire.index.ReadPaper;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.InterestPrinter;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import io.paperwire.topics.Vocabulary;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Throws random texts at both parsers, and what it understands at the index, and looks whether
 * anything breaks, takes long or contradicts itself: an error must stand inside the text, what is
 * printed must be read back as the same, and the index must find what the judge holds for a match.
 */
public final class FuzzBench {

  /** What an input may take; far more than any takes, because machines pause. */
  private static final double MOST_SECONDS = 1;

  private static final int FILED_AT_ONCE = 1_000;
  private static final int MATCHED_EVERY = 50;
  private static final int SHOWN = 20;

  private final int inputs;
  private final long seed;
  private final List<Paper> papers;
  private final PrintWriter out;
  private final InterestParser strict = InterestParser.of(Vocabulary.load());
  private final InterestParser lenient = InterestParser.ofAnyTopic();
  private final PaperReader reader = new PaperReader(Vocabulary.load());
  private final InterestIndex index = new InterestIndex();
  private final Deque<Filed> filed = new ArrayDeque<>();
  private int understood;
  private int taken;
  private long matches;
  private int failures;

  /** An interest that the index holds. */
  private record Filed(int number, String text, Expression expression) {}

  /**
   * A run.
   *
   * @param inputs how many texts
   * @param seed of all that is drawn; the same seed and papers make the same texts
   * @param papers on which interests are matched, and whose words texts are made of
   * @param out where the report goes
   */
  public FuzzBench(int inputs, long seed, List<Paper> papers, PrintWriter out) {
    if (inputs < 1 || papers.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to try");
    }
    this.inputs = inputs;
    this.seed = seed;
    this.papers = List.copyOf(papers);
    this.out = new PrintWriter(out, true);
  }

  /**
   * Runs it.
   *
   * @return whether nothing went wrong
   */
  public boolean run() {
    Random random = new Random(seed);
    RandomQueries queries = new RandomQueries(papers, random);
    double slowest = 0;
    String slowestText = "";
    long start = System.nanoTime();
    try (Matcher matcher = index.matcher()) {
      for (int i = 0; i < inputs; i++) {
        String text = queries.next();
        long begin = System.nanoTime();
        attempt(text);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (seconds > slowest) {
          slowest = seconds;
          slowestText = text;
        }
        if (i % MATCHED_EVERY == 0) {
          compare(matcher, reader.read(papers.get(random.nextInt(papers.size()))));
        }
        if ((i + 1) % Math.max(1, inputs / 10) == 0) {
          out.printf(Locale.ROOT, "%,d of %,d texts%n", i + 1, inputs);
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "%,d texts in %.1f s, seed %d: %,d understood, %,d of these taken by the index, %,d matches"
            + " as judged; the slowest took %.1f ms (%d characters); %,d failures%n",
        inputs,
        (System.nanoTime() - start) / 1e9,
        seed,
        understood,
        taken,
        matches,
        1e3 * slowest,
        slowestText.length(),
        failures);
    if (slowest > MOST_SECONDS) {
      failed(slowestText, "takes " + slowest + " s");
    }
    return failures == 0;
  }

  private void attempt(String text) {
    try {
      read(strict, text);
      Optional<Expression> expression = read(lenient, text);
      if (expression.isPresent()) {
        understood++;
        file(text, expression.get());
      }
    } catch (RuntimeException | StackOverflowError broken) {
      failed(text, "breaks with " + broken);
    }
  }

  private Optional<Expression> read(InterestParser parser, String text) {
    return switch (parser.parse(text)) {
      case Reading.Understood(Expression expression) -> {
        reread(parser, text, expression);
        yield Optional.of(expression);
      }
      case Reading.Refused(SyntaxError error) -> {
        if (error.position() < 0
            || error.position() > text.length()
            || error.describe(text).isBlank()) {
          failed(text, "is refused at position " + error.position());
        }
        yield Optional.empty();
      }
    };
  }

  private void reread(InterestParser parser, String text, Expression expression) {
    String printed = InterestPrinter.print(expression);
    boolean same =
        parser.parse(printed) instanceof Reading.Understood(Expression again)
            && again.equals(expression);
    if (!same) {
      failed(text, "is printed as '" + printed + "', which means something else");
    }
  }

  private void file(String text, Expression expression) {
    switch (index.add(expression)) {
      case Filing.Filed(int number) -> {
        taken++;
        filed.add(new Filed(number, text, expression));
        if (filed.size() > FILED_AT_ONCE) {
          index.remove(filed.remove().number());
        }
      }
      case Filing.Refused _ -> {}
    }
  }

  private void compare(Matcher matcher, ReadPaper paper) {
    try {
      BitSet found = new BitSet();
      matcher.match(paper, found::set);
      for (Filed interest : filed) {
        boolean holds = Judge.judge(interest.expression(), paper) instanceof Judgement.Matches;
        matches += holds ? 1 : 0;
        if (holds != found.get(interest.number())) {
          failed(interest.text(), "is judged otherwise than found on " + paper.paper().id());
        }
      }
    } catch (RuntimeException broken) {
      failed(paper.paper().id(), "breaks matching with " + broken);
    }
  }

  private void failed(String text, String how) {
    failures++;
    if (failures <= SHOWN) {
      out.printf(Locale.ROOT, "'%s' %s%n", text, how);
    }
  }
}
