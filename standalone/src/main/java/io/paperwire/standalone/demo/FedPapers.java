package io.paperwire.standalone.demo;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.source.file.PaperFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file of papers and what it holds, read before it is fed.
 *
 * @param file in either format that ingest reads
 * @param ids canonical ids, each once
 * @param rejects how many lines are no paper
 * @param faults what is wrong with the first of these, each with the number of the line
 */
public record FedPapers(Path file, Set<String> ids, int rejects, List<String> faults) {

  private static final int FAULTS_TOLD = 5;

  public FedPapers {
    ids = Set.copyOf(ids);
    faults = List.copyOf(faults);
  }

  /** Reads a file, by the rules by which ingest will read it. */
  public static FedPapers of(Path file) {
    Set<String> ids = new TreeSet<>();
    AtomicInteger rejects = new AtomicInteger();
    List<String> faults = new ArrayList<>();
    try {
      PaperFile.read(
          file,
          PaperLimits.STANDARD,
          paper -> ids.add(paper.paperId().toString()),
          reject -> {
            if (rejects.incrementAndGet() <= FAULTS_TOLD) {
              faults.add("line " + reject.place().line() + ": " + reject.reason());
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return new FedPapers(file, ids, rejects.get(), faults);
  }
}
