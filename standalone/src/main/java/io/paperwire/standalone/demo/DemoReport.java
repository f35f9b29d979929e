package io.paperwire.standalone.demo;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * What a demonstration came to.
 *
 * @param events paper events published
 * @param rejects how many lines of the file were no paper
 * @param faults what is wrong with the first of these
 * @param papers papers enriched
 * @param topics topics given to them
 * @param votes upvotes counted
 * @param readers what each subscriber got
 * @param latencies from a paper's event to its mail, for mails that are sent at once
 */
record DemoReport(
    int events,
    int rejects,
    List<String> faults,
    int papers,
    int topics,
    long votes,
    List<Reader> readers,
    List<Duration> latencies) {

  /**
   * What one subscriber got.
   *
   * @param address where the mails went
   * @param cadence how often they asked to be told
   * @param mails digests that arrived
   * @param papers papers in them
   * @param matches papers that match the subscriber's interests
   */
  record Reader(String address, String cadence, int mails, int papers, int matches) {}

  DemoReport {
    faults = List.copyOf(faults);
    readers = List.copyOf(readers);
    latencies = latencies.stream().sorted().toList();
  }

  /** The report, for a screen. */
  List<String> lines() {
    List<String> lines = new java.util.ArrayList<>();
    lines.add(
        "events published   %6d   (%d of the file's lines rejected)".formatted(events, rejects));
    faults.forEach(fault -> lines.add("  " + fault));
    if (rejects > faults.size()) {
      lines.add("  and %d more".formatted(rejects - faults.size()));
    }
    lines.add(
        "papers enriched    %6d   with %d topics and %d upvotes".formatted(papers, topics, votes));
    lines.add("matches            %6d".formatted(readers.stream().mapToInt(Reader::matches).sum()));
    lines.add(
        "digests mailed     %6d   with %d papers"
            .formatted(
                readers.stream().mapToInt(Reader::mails).sum(),
                readers.stream().mapToInt(Reader::papers).sum()));
    for (Reader reader : readers) {
      lines.add(
          "  %-32s %-8s %2d %-5s %3d %s"
              .formatted(
                  reader.address(),
                  reader.cadence(),
                  reader.mails(),
                  reader.mails() == 1 ? "mail" : "mails",
                  reader.papers(),
                  reader.papers() == 1 ? "paper" : "papers"));
    }
    if (!latencies.isEmpty()) {
      lines.add(
          "event to mail      median %.1f s, slowest %.1f s (mails sent at once)"
              .formatted(
                  seconds(latencies.get(latencies.size() / 2)),
                  seconds(Collections.max(latencies))));
    }
    return lines;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
