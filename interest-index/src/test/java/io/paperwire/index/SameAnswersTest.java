package io.paperwire.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestPrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The index, the judge and the oracle give the same answers. */
final class SameAnswersTest {

  /** All of it takes half a minute: {@code -Dpaperwire.test.long=true}. */
  private static final boolean LONG = Boolean.getBoolean("paperwire.test.long");

  private static final int PAPERS = 60;
  private static final int INTERESTS = 1_000;

  private final Oracle oracle = new Oracle(Generator.VOCABULARY);
  private final PaperReader reader = new PaperReader(Generator.VOCABULARY);

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldMatchWhatTheOracleMatches(long seed) {
    Generator generator = new Generator(seed);
    InterestIndex index = new InterestIndex();
    List<Paper> papers = papers(generator);
    papers.stream().map(reader::read).forEach(index::observe);
    Map<Integer, Expression> filed = new HashMap<>();
    for (int i = 0; i < INTERESTS; i++) {
      add(index, generator.interest(), filed);
    }
    assertThat(filed).hasSizeGreaterThan(INTERESTS / 2);
    assertSameAnswers(index, filed, papers);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldMatchWhatTheOracleMatchesWhileInterestsComeAndGo(long seed) {
    Generator generator = new Generator(seed);
    Random random = new Random(seed);
    InterestIndex index = new InterestIndex();
    List<Paper> papers = papers(generator);
    Map<Integer, Expression> filed = new HashMap<>();
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < INTERESTS; i++) {
        List<Integer> numbers = new ArrayList<>(filed.keySet());
        int choice = numbers.isEmpty() ? 0 : random.nextInt(5);
        switch (choice) {
          case 0, 1 -> add(index, generator.interest(), filed);
          case 2, 3 -> change(index, numbers.get(random.nextInt(numbers.size())), generator, filed);
          default -> {
            int number = numbers.get(random.nextInt(numbers.size()));
            index.remove(number);
            filed.remove(number);
          }
        }
      }
      assertSameAnswers(index, filed, papers.subList(0, 20));
    }
    filed.keySet().forEach(index::remove);
    assertSameAnswers(index, Map.of(), papers.subList(0, 5));
  }

  @Test
  void shouldJudgeAsTheOracleDoes() {
    Generator generator = new Generator(21);
    List<Paper> papers = papers(generator);
    for (int i = 0; i < INTERESTS; i++) {
      Expression interest = generator.interest();
      for (Paper paper : papers.subList(0, LONG ? 20 : 5)) {
        boolean judged =
            switch (Judge.judge(interest, reader.read(paper))) {
              case Judgement.Matches(_, double score) -> {
                assertThat(score).isBetween(0.0, 1.0);
                yield true;
              }
              case Judgement.Misses(Expression condition, String because) -> {
                assertThat(oracle.matches(condition, paper)).isFalse();
                assertThat(because).isNotBlank();
                yield false;
              }
            };
        assertThat(judged)
            .as("%s on %s", InterestPrinter.print(interest), paper)
            .isEqualTo(oracle.matches(interest, paper));
      }
    }
  }

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, LONG ? 8 : 2);
  }

  private static List<Paper> papers(Generator generator) {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < PAPERS; i++) {
      papers.add(generator.paper(i));
    }
    return papers;
  }

  private static void add(
      InterestIndex index, Expression interest, Map<Integer, Expression> filed) {
    switch (index.add(interest)) {
      case Filing.Filed(int number) -> assertThat(filed.put(number, interest)).isNull();
      case Filing.Refused(String reason) -> assertThat(reason).isNotBlank();
    }
  }

  private static void change(
      InterestIndex index, int number, Generator generator, Map<Integer, Expression> filed) {
    Expression interest = generator.interest();
    switch (index.change(number, interest)) {
      case Filing.Filed(int other) -> {
        filed.remove(number);
        assertThat(filed.put(other, interest)).isNull();
      }
      case Filing.Refused(String reason) -> assertThat(reason).isNotBlank();
    }
  }

  private void assertSameAnswers(
      InterestIndex index, Map<Integer, Expression> filed, List<Paper> papers) {
    assertThat(index.size()).isEqualTo(filed.size());
    try (Matcher matcher = index.matcher()) {
      for (Paper paper : papers) {
        List<Integer> found = new ArrayList<>();
        matcher.match(reader.read(paper), found::add);
        Set<Integer> expected = new TreeSet<>();
        filed.forEach(
            (number, interest) -> {
              if (oracle.matches(interest, paper)) {
                expected.add(number);
              }
            });
        assertThat(found).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(found))
            .as(
                () ->
                    paper
                        + "\nwrong: "
                        + difference(new TreeSet<>(found), expected, filed)
                        + "\nmissing: "
                        + difference(expected, new TreeSet<>(found), filed))
            .isEqualTo(expected);
      }
    }
  }

  private static List<String> difference(
      Set<Integer> some, Set<Integer> others, Map<Integer, Expression> filed) {
    return filed.entrySet().stream()
        .filter(entry -> some.contains(entry.getKey()) && !others.contains(entry.getKey()))
        .limit(5)
        .map(entry -> InterestPrinter.print(entry.getValue()))
        .toList();
  }
}
