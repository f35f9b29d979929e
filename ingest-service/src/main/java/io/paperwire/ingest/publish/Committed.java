package io.paperwire.ingest.publish;

import io.paperwire.ingest.judgement.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a committed batch came to.
 *
 * @param papers what became of each record, in their order
 * @param counted one for each signal, in their order: whether it was new
 * @param rejects how many dead letters were written
 */
public record Committed(List<Outcome> papers, List<Boolean> counted, int rejects) {

  public Committed {
    papers = List.copyOf(papers);
    counted = List.copyOf(counted);
  }

  /** How many papers were announced. */
  public long announced() {
    return papers.stream().filter(Outcome::isAnnounced).count();
  }

  /** The figures for the log, for example {@code 40 announced, 2 revised, 1 rejected}. */
  public String summary() {
    SortedMap<Verdict, Long> counts =
        papers.stream()
            .flatMap(Outcome::judged)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    String judged =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + label(entry.getKey()))
            .collect(Collectors.joining(", "));
    String figures = judged.isEmpty() ? "no papers" : judged;
    return rejects == 0 ? figures : figures + ", " + rejects + " rejected";
  }

  private static String label(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
