package io.paperwire.standalone.demo;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.file.PaperFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file of papers and what it holds, read before it is fed.
 *
 * @param file in either format that ingest reads
 * @param statements by canonical id: how often the file says something of a paper that it has not
 *     said of it just before
 * @param rejects how many lines are no paper
 * @param faults what is wrong with the first of these, each with the number of the line
 */
public record FedPapers(
    Path file, Map<String, Integer> statements, int rejects, List<String> faults) {

  private static final int FAULTS_TOLD = 5;

  public FedPapers {
    statements = Map.copyOf(statements);
    faults = List.copyOf(faults);
  }

  /** Canonical ids of the papers. */
  public Set<String> ids() {
    return statements.keySet();
  }

  /** Reads a file, by the rules by which ingest will read it. */
  public static FedPapers of(Path file) {
    Map<String, Integer> statements = new HashMap<>();
    Map<String, SourceRecord> last = new HashMap<>();
    AtomicInteger rejects = new AtomicInteger();
    List<String> faults = new ArrayList<>();
    try {
      PaperFile.read(
          file,
          PaperLimits.STANDARD,
          paper -> {
            String id = paper.paperId().toString();
            if (!paper.equals(last.put(id, paper))) {
              statements.merge(id, 1, Integer::sum);
            }
          },
          reject -> {
            if (rejects.incrementAndGet() <= FAULTS_TOLD) {
              faults.add("line " + reject.place().line() + ": " + reject.reason());
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return new FedPapers(file, statements, rejects.get(), faults);
  }
}
