package io.paperwire.standalone.demo;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.source.file.PaperFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file of papers and what it holds, read before it is fed.
 *
 * @param file in either format that ingest reads
 * @param ids canonical ids, each once
 * @param rejects lines that are no paper
 */
public record FedPapers(Path file, Set<String> ids, int rejects) {

  /** Reads a file, by the rules by which ingest will read it. */
  public static FedPapers of(Path file) {
    Set<String> ids = new TreeSet<>();
    AtomicInteger rejects = new AtomicInteger();
    try {
      PaperFile.read(
          file,
          PaperLimits.STANDARD,
          paper -> ids.add(paper.paperId().toString()),
          _ -> rejects.incrementAndGet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return new FedPapers(file, ids, rejects.get());
  }
}
