package io.paperwire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.bench.Engine.Asking;
import io.paperwire.index.Admission;
import io.paperwire.index.Paper;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class MatchBenchTest {

  private static final List<String> WORDS =
      List.of(
          "graph",
          "neural",
          "networks",
          "diffusion",
          "multi-agent",
          "multiagent",
          "agents",
          "language",
          "models",
          "retrieval",
          "augmented",
          "generation",
          "of",
          "the",
          "fine-tuning",
          "finetuning",
          "quantum",
          "optics",
          "LLMs",
          "LMs",
          "lms",
          "CMOS",
          "cmos",
          "LLaMA",
          "GRAPH",
          "surveys",
          "in",
          "behaviour",
          "learning,",
          "robots.",
          "(vision)",
          "transformers");
  private static final List<String> NAMES =
      List.of(
          "J\u00F6rg M\u00FCller", "Jian Wu", "Jianfeng Wu", "J. Mueller", "Wu", "Ada Lovelace");

  @Property(tries = 2)
  void shouldFindTheSameMatchesAsLuceneMonitor(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Paper> papers = papers(random, 60);
    List<Expression> interests = new InterestMix(papers, seed).make(1_000);
    interests.addAll(stated(random, 500));
    long matches = 0;
    try (PaperwireEngine paperwire = new PaperwireEngine();
        LuceneEngine lucene = new LuceneEngine()) {
      paperwire.build(interests);
      lucene.build(interests);
      try (Asking one = paperwire.asking();
          Asking other = lucene.asking()) {
        for (Paper paper : papers) {
          List<Integer> found = found(one, paper);
          assertThat(found).doesNotHaveDuplicates();
          assertThat(new TreeSet<>(found)).isEqualTo(new TreeSet<>(found(other, paper)));
          matches += found.size();
        }
      }
    }
    assertThat(matches).isGreaterThan(1_000);
  }

  /** Phrases as people state them, with commas and brackets. */
  private static List<Expression> stated(Random random, int count) {
    return Stream.generate(() -> text(random, 1 + random.nextInt(5)).strip())
        .filter(phrase -> !phrase.isEmpty())
        .<Expression>map(phrase -> new Clause.Words(Scope.ANYWHERE, phrase))
        .filter(phrase -> Admission.refusal(phrase).isEmpty())
        .limit(count)
        .toList();
  }

  @Test
  void shouldReportBothEngines() throws IOException {
    StringWriter report = new StringWriter();
    BenchSettings settings = new BenchSettings(1_000, List.of(500), 50, 20, 1_000, 7);
    boolean same =
        new MatchBench(settings, papers(new Random(5), 40), List.of(), new PrintWriter(report))
            .run();
    assertThat(same).isTrue();
    assertThat(report.toString())
        .contains(
            "40 papers, 1,000 interests, seed 7",
            "paperwire: 500 interests built in",
            "paperwire: 1,000 interests built in",
            "papers/s on 2 threads",
            "changes/s",
            "lucene-monitor: 1,000 interests built in",
            "times the papers/s of lucene-monitor",
            ": 0 papers differ");
  }

  private static List<Integer> found(Asking asking, Paper paper) throws IOException {
    List<Integer> found = new ArrayList<>();
    asking.match(paper, found::add);
    return found;
  }

  private static List<Paper> papers(Random random, int count) {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      papers.add(
          new Paper(
              "paper:" + i,
              text(random, 8),
              text(random, 60),
              List.of(
                  new Paper.Author(one(random, NAMES), Optional.empty()),
                  new Paper.Author(one(random, NAMES), Optional.empty())),
              List.of(one(random, List.of("cs.CL", "cs.LG", "hep-th"))),
              List.of(),
              List.of(),
              Set.of(),
              Optional.empty(),
              Optional.empty(),
              false,
              false));
    }
    return papers;
  }

  private static String text(Random random, int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      text.add(one(random, WORDS));
    }
    return String.join(" ", text);
  }

  private static String one(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
