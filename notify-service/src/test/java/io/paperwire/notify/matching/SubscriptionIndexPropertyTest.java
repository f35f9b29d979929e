package io.paperwire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.index.Paper;
import io.paperwire.index.Paper.Tag;
import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.Interest.InQuery;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.topics.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The index gives what a look at every single interest gives, through any course of changes. */
final class SubscriptionIndexPropertyTest {

  private static final int STEPS = 400;

  private static final List<String> WORDS =
      List.of(
          "graph",
          "Graphs",
          "neural",
          "network",
          "Networks",
          "multi",
          "agent",
          "multi-agent",
          "Multiagent",
          "re",
          "act",
          "react",
          "ReAct",
          "SAM",
          "sam",
          "Sam",
          "LLM",
          "LLMs",
          "AR",
          "a",
          "r",
          "Schrödinger",
          "Schrodinger",
          "behaviour",
          "behavior",
          "2.5",
          "C++",
          "图",
          "网络",
          "retrieval-augmented",
          "data",
          "set",
          "datasets");

  private static final List<String> NAMED =
      List.of("graph", "multi-agent", "SAM", "LLM", "network");

  private static final List<String> GAPS = List.of(" ", " ", " ", " ", "-", ", ", ". ", " (", "\n");

  private static final List<String> NAMES =
      List.of(
          "Jörg Müller",
          "J. Müller",
          "Joerg Mueller",
          "Jorg Muller",
          "Müller",
          "K. Mueller",
          "Wei Wang",
          "W. Wang",
          "Wang, Wei",
          "Wei L. Wang",
          "Laurens van der Maaten",
          "van der Maaten, L.",
          "Jian-Feng Wu",
          "Jianfeng Wu",
          "J.-P. Serre",
          "Plato");

  static Stream<Integer> seeds() {
    return IntStream.range(0, 15).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldMatchLikeALookAtEveryInterest(int seed) {
    Random random = new Random(seed);
    Vocabulary vocabulary = TestTopics.vocabulary();
    FiledSubscriptions index = new FiledSubscriptions(vocabulary);
    NaiveMatcher naive = new NaiveMatcher(vocabulary);
    for (int step = 0; step < STEPS; step++) {
      int choice = random.nextInt(10);
      if (choice < 5) {
        Subscription subscription = subscription(random);
        index.put(subscription);
        naive.put(subscription);
      } else if (choice < 6) {
        String subscriberId = subscriberId(random);
        index.remove(subscriberId);
        naive.remove(subscriberId);
      } else {
        Paper paper = paper(random);
        assertThat(idsBySubscriber(index.match(paper)))
            .as("seed %d, step %d, %s", seed, step, paper)
            .isEqualTo(naive.match(paper));
      }
    }
  }

  private static Map<String, List<String>> idsBySubscriber(List<Match> matches) {
    return matches.stream()
        .collect(
            Collectors.toMap(
                Match::subscriberId,
                match -> match.reasons().stream().map(Reason::interestId).sorted().toList()));
  }

  private static Subscription subscription(Random random) {
    List<Interest> interests = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String id = "i-" + i;
      interests.add(
          switch (random.nextInt(5)) {
            case 2 -> new InQuery(id, "\"" + pick(NAMED, random) + "\" NOT " + pick(NAMED, random));
            case 0 -> new InTopic(id, pick(TestTopics.IDS, random));
            case 1 -> new InAuthor(id, pick(NAMES, random));
            default -> new InPhrase(id, pick(NAMED, random) + " " + text(random, 1));
          });
    }
    return new Subscription(subscriberId(random), 1, interests);
  }

  private static String subscriberId(Random random) {
    return "s-" + random.nextInt(30);
  }

  private static Paper paper(Random random) {
    return TestPapers.paper(
        text(random, 1 + random.nextInt(8)),
        text(random, 1 + random.nextInt(60)),
        some(random, 4, () -> pick(NAMES, random)),
        some(random, 3, () -> tag(random)));
  }

  private static Tag tag(Random random) {
    return new Tag(
        pick(TestTopics.IDS, random),
        "Label",
        random.nextInt(5) / 4.0,
        some(random, 3, () -> pick(WORDS, random)));
  }

  private static String text(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> (i == 0 ? "" : pick(GAPS, random)) + pick(WORDS, random))
        .collect(Collectors.joining());
  }

  private static <T> List<T> some(Random random, int most, Supplier<T> supplier) {
    return Stream.generate(supplier).limit(random.nextInt(most + 1)).toList();
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
