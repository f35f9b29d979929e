package io.paperwire.ingest.source;

import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.SourceRecord;
import java.util.List;
import java.util.Map;

/**
 * What is committed as one: all of it or nothing.
 *
 * @param description what the page is, for the log
 * @param records statements about papers, in their order
 * @param signals attention to papers
 * @param rejects pieces that could not be read
 * @param quarantined whole answers that could not be read
 * @param advances how far the source is after this page, in each part that moved
 */
public record Page(
    String description,
    List<SourceRecord> records,
    List<RecordedSignal> signals,
    List<RejectedInput> rejects,
    List<RejectedInput> quarantined,
    Map<String, Position> advances) {

  public Page {
    records = List.copyOf(records);
    signals = List.copyOf(signals);
    rejects = List.copyOf(rejects);
    quarantined = List.copyOf(quarantined);
    advances = Map.copyOf(advances);
  }

  /** A page of papers alone. */
  public static Page ofPapers(
      String description,
      List<SourceRecord> records,
      List<RejectedInput> rejects,
      Map<String, Position> advances) {
    return new Page(description, records, List.of(), rejects, List.of(), advances);
  }
}
