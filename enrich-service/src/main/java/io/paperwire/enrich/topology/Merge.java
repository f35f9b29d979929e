package io.paperwire.enrich.topology;

import io.paperwire.enrich.dossier.Dossier;
import io.paperwire.enrich.dossier.DossierCodec;
import io.paperwire.enrich.dossier.Enricher;
import io.paperwire.enrich.state.PaperState;
import io.paperwire.schemas.EnrichedPaper;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Takes what a source says into the dossier of the paper that it is about, whether the paper is
 * known yet or not, and passes the paper's record on if it is another than the last one.
 *
 * @param <V> what the source says
 */
final class Merge<V> extends ContextualProcessor<String, V, String, EnrichedPaper> {

  private final Enricher enricher;
  private final Function<V, String> about;
  private final Taking<V> taking;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, PaperState> papers;

  /**
   * Takes what a source says into a dossier.
   *
   * @param <V> what the source says
   */
  @FunctionalInterface
  interface Taking<V> {

    /**
     * The dossier with it.
     *
     * @param writtenAt time of its record
     */
    Dossier take(Dossier before, V said, Instant writtenAt);
  }

  /**
   * A processor.
   *
   * @param about the id of the paper that something is about
   * @param taking how it is taken into the dossier
   */
  Merge(Enricher enricher, Function<V, String> about, Taking<V> taking) {
    this.enricher = enricher;
    this.about = about;
    this.taking = taking;
  }

  @Override
  public void init(ProcessorContext<String, EnrichedPaper> context) {
    super.init(context);
    papers = context.getStateStore(EnrichTopology.PAPERS);
  }

  @Override
  public void process(Record<String, V> record) {
    String paperId = paperId(record);
    Dossier before =
        Optional.ofNullable(papers.get(paperId)).map(DossierCodec::fromState).orElse(Dossier.EMPTY);
    Instant writtenAt = Instant.ofEpochMilli(record.timestamp());
    Instant now = Instant.ofEpochMilli(context().currentStreamTimeMs());
    Dossier taken = taking.take(before.upTo(now), record.value(), writtenAt);
    Optional<EnrichedPaper> paper = enricher.enrich(paperId, taken);
    Optional<String> fingerprint = paper.map(DossierCodec::fingerprint);
    Dossier after = fingerprint.map(taken::withWritten).orElse(taken);
    // Everything that may fail comes before the store changes: a record that is set aside leaves no
    // trace.
    PaperState state = DossierCodec.toState(after);
    if (!fingerprint.equals(before.written())) {
      paper.ifPresent(changed -> context().forward(record.withValue(changed)));
    }
    if (!after.equals(before)) {
      papers.put(paperId, state);
    }
  }

  private String paperId(Record<String, V> record) {
    if (record.value() == null) {
      throw new IllegalArgumentException("the record has no value");
    }
    String paperId = about.apply(record.value());
    if (!paperId.equals(record.key())) {
      throw new IllegalArgumentException(
          "the record is about paper '%s', but its key is '%s': whoever writes it must set the key to the paper's id"
              .formatted(paperId, record.key()));
    }
    return paperId;
  }
}
