package io.paperwire.ingest.publish;

import io.paperwire.ingest.judgement.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a committed batch came to.
 *
 * @param verdicts one for each record, in their order
 * @param counted one for each signal, in their order: whether it was new
 * @param rejects how many dead letters were written
 */
public record Committed(List<Verdict> verdicts, List<Boolean> counted, int rejects) {

  public Committed {
    verdicts = List.copyOf(verdicts);
    counted = List.copyOf(counted);
  }

  /** The figures for the log, for example {@code 40 announced, 2 revised, 1 rejected}. */
  public String summary() {
    Map<Verdict, Long> counts =
        verdicts.stream()
            .collect(
                Collectors.groupingBy(
                    verdict -> verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
    String papers =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + label(entry.getKey()))
            .collect(Collectors.joining(", "));
    String figures = papers.isEmpty() ? "no papers" : papers;
    return rejects == 0 ? figures : figures + ", " + rejects + " rejected";
  }

  private static String label(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
