package io.paperwire.bench.relevance;

import java.util.List;
import java.util.Set;

/** How far up papers that are wanted stand, over several days on which some are. */
public final class Placing {

  private static final int NEAR = 10;
  private static final int FAR = 100;

  private int days;
  private double reciprocal;
  private double near;
  private double recall;

  /** The head of a table of rows. */
  public static List<String> head() {
    return List.of(
        "| ranked by | MRR | among the first %d | recall among the first %d |".formatted(NEAR, FAR),
        "| --- | --- | --- | --- |");
  }

  /**
   * Adds a day.
   *
   * @param ranked ids of all that came, best first
   * @param wanted ids of what was wanted, at least one of these
   */
  public void add(List<String> ranked, Set<String> wanted) {
    int place = 0;
    while (!wanted.contains(ranked.get(place))) {
      place++;
    }
    days++;
    reciprocal += 1.0 / (place + 1);
    near += place < NEAR ? 1 : 0;
    recall +=
        (double) ranked.stream().limit(FAR).filter(wanted::contains).count()
            / ranked.stream().filter(wanted::contains).count();
  }

  /** A row of the table. */
  public String row(String name) {
    return "| %s | %.3f | %.3f | %.3f |"
        .formatted(name, reciprocal / days, near / days, recall / days);
  }
}
