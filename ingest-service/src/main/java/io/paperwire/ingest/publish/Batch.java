package io.paperwire.ingest.publish;

import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.Position;
import java.util.List;
import java.util.Map;

/**
 * What is written in one transaction.
 *
 * @param records statements about papers, in their order
 * @param signals attention to papers
 * @param rejects pieces that could not be read
 * @param quarantined whole answers that could not be read
 * @param advances how far the source is then
 */
public record Batch(
    List<SourceRecord> records,
    List<RecordedSignal> signals,
    List<RejectedInput> rejects,
    List<RejectedInput> quarantined,
    Map<String, Position> advances) {

  public Batch {
    records = List.copyOf(records);
    signals = List.copyOf(signals);
    rejects = List.copyOf(rejects);
    quarantined = List.copyOf(quarantined);
    advances = Map.copyOf(advances);
  }

  /** Papers and signals that were handed in, from no position. */
  public static Batch handedIn(List<SourceRecord> records, List<RecordedSignal> signals) {
    return new Batch(records, signals, List.of(), List.of(), Map.of());
  }

  /** All of a source's page. */
  public static Batch of(Page page) {
    return new Batch(
        page.records(), page.signals(), page.rejects(), page.quarantined(), page.advances());
  }
}
