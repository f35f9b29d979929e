package io.paperwire.ingest.source;

import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.SourceRecord;
import java.util.List;
import java.util.Map;

/**
 * What is committed as one: all of it or nothing.
 *
 * @param description what the page is, for the log
 * @param records statements about papers, in their order
 * @param rejects what could not be read
 * @param advances how far the source is after this page, in each part that moved
 */
public record Page(
    String description,
    List<SourceRecord> records,
    List<RejectedInput> rejects,
    Map<String, Position> advances) {

  public Page {
    records = List.copyOf(records);
    rejects = List.copyOf(rejects);
    advances = Map.copyOf(advances);
  }
}
