package io.paperwire.index;

import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Contribution;
import io.paperwire.interest.Clause.Kind;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import io.paperwire.interest.Expression.Not;
import io.paperwire.topics.Vocabulary;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Papers and interests in a small world, in which everything meets often. */
final class Generator {

  private static final List<String> WORDS =
      List.of(
          "graph",
          "Graphs",
          "network",
          "neural",
          "multi",
          "agent",
          "multi-agent",
          "multiagent",
          "Multi-Agents",
          "SAM",
          "sam",
          "LoRA",
          "lora",
          "a",
          "part",
          "apart",
          "of",
          "x",
          "ray",
          "x-ray",
          "xray",
          "colour",
          "colors",
          "deep",
          "fine-tuning",
          "finetuning",
          "fine",
          "tuning",
          "GNN",
          "GNNs",
          "gnns",
          "CMOS",
          "cmos",
          "LMs",
          "LMS",
          "lms",
          "graph neural network (GNN)",
          "retrieval-augmented generation (RAG)",
          "RAG",
          "retrieval augmented generation",
          "na\u00EFve",
          "in",
          "put",
          "input");
  private static final List<String> GAPS =
      List.of(" ", " ", " ", " ", " ", "-", ", ", ". ", " (", ") ");
  private static final List<String> NAMES =
      List.of(
          "J\u00F6rg M\u00FCller",
          "J. Mueller",
          "M\u00FCller, J\u00F6rg",
          "J\u00F6rg P. M\u00FCller",
          "J. Q. Muller",
          "Karl M\u00FCller",
          "M\u00FCller",
          "Shalev-Shwartz",
          "Shai Shalev-Shwartz",
          "Shalev Shwartz",
          "Shwartz",
          "Jian-Feng Wu",
          "Jianfeng Wu",
          "J. Wu",
          "Wu",
          "ATLAS Collaboration",
          "\u00D8ivind \u00C5s",
          "Oeivind Aas");
  private static final List<String> CATEGORIES =
      List.of("cs.CL", "cs.LG", "stat.ML", "hep-th", "Cell Biology");
  private static final List<String> TOPICS =
      List.of("learning", "deep", "graphs", "physics", "optics", "gone");
  private static final List<String> SOURCES =
      List.of("arxiv-feed", "arxiv-oai", "biorxiv", "hugging-face", "arxivist");
  private static final List<String> ORCIDS = List.of("0000-0002-1825-0097", "0000-0002-1694-233X");

  static final Vocabulary VOCABULARY =
      Vocabulary.read(
          "small.yaml",
          new StringReader(
              """
              - id: learning
                label: Learning
              - id: deep
                label: Deep learning
                broader: [learning]
              - id: graphs
                label: Learning on graphs
                broader: [deep]
              - id: physics
                label: Physics
              - id: optics
                label: Optics
                broader: [physics]
              """));

  private final Random random;

  Generator(long seed) {
    this.random = new Random(seed);
  }

  Paper paper(int number) {
    return new Paper(
        "paper:" + number,
        text(1 + random.nextInt(8)),
        random.nextInt(10) == 0 ? "" : text(1 + random.nextInt(40)),
        some(3, () -> new Paper.Author(one(NAMES), Optional.of(one(ORCIDS)).filter(_ -> rarely()))),
        some(2, () -> one(CATEGORIES)),
        some(1, () -> one(CATEGORIES)),
        some(2, () -> new Paper.Tag(one(TOPICS), "label", random.nextInt(101) / 100.0, List.of())),
        Set.copyOf(some(2, () -> one(SOURCES))),
        Optional.of(one(List.of(Kind.values()))),
        Optional.of(one(List.of(Contribution.values()))).filter(_ -> rarely()),
        random.nextBoolean(),
        rarely());
  }

  Expression interest() {
    return interest(3);
  }

  private Expression interest(int depth) {
    int choice = depth == 0 ? 0 : random.nextInt(9);
    return switch (choice) {
      case 0, 1, 2, 3 -> clause();
      case 4, 5 -> new All(parts(depth));
      case 6, 7 -> new Any(parts(depth));
      default -> new Not(interest(depth - 1));
    };
  }

  private List<Expression> parts(int depth) {
    return Stream.generate(() -> interest(depth - 1)).limit(2 + random.nextInt(2)).toList();
  }

  private Clause clause() {
    return switch (random.nextInt(16)) {
      case 0 -> new Clause.Author(one(NAMES));
      case 1 -> new Clause.Author(one(NAMES));
      case 2 -> new Clause.Orcid(one(ORCIDS));
      case 3 -> Clause.inCategory(random.nextBoolean() ? one(CATEGORIES) : "cell biology");
      case 4 -> new Clause.Archive(one(List.of("cs", "stat", "hep-th", "CS")));
      case 5 -> new Clause.Topic(one(TOPICS), rarely() ? random.nextInt(101) : 0);
      case 6 -> new Clause.Source(one(List.of("arxiv", "arxiv-oai", "biorxiv", "arx", "hugging")));
      case 7 ->
          random.nextBoolean()
              ? new Clause.Happened(one(List.of(Kind.values())))
              : new Clause.Contributes(one(List.of(Contribution.values())));
      case 8 -> random.nextBoolean() ? new Clause.HasCode() : new Clause.Trending();
      default -> words();
    };
  }

  private Clause words() {
    String text = text(1 + random.nextInt(rarely() ? 4 : 2)).strip();
    return new Clause.Words(one(List.of(Scope.values())), text);
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder(one(WORDS));
    for (int i = 1; i < words; i++) {
      text.append(one(GAPS)).append(one(WORDS));
    }
    return text.toString();
  }

  private <T> List<T> some(int most, Supplier<T> one) {
    List<T> all = new ArrayList<>();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      all.add(one.get());
    }
    return all.stream().distinct().collect(Collectors.toList());
  }

  private boolean rarely() {
    return random.nextInt(4) == 0;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
