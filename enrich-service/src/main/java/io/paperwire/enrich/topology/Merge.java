package io.paperwire.enrich.topology;

import io.paperwire.enrich.dossier.Dossier;
import io.paperwire.enrich.dossier.DossierCodec;
import io.paperwire.enrich.dossier.Enricher;
import io.paperwire.enrich.state.PaperState;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.streams.Attempts;
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
  private final Attempts attempts;
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
   * @param attempts how often a record is tried
   * @param about the id of the paper that something is about
   * @param taking how it is taken into the dossier
   */
  Merge(Enricher enricher, Attempts attempts, Function<V, String> about, Taking<V> taking) {
    this.enricher = enricher;
    this.attempts = attempts;
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
    Optional<PaperState> known = Optional.ofNullable(papers.get(paperId));
    Instant now = Instant.ofEpochMilli(context().currentStreamTimeMs());
    // Everything that may fail comes before the store changes: it can be tried again, and a record
    // that is set aside leaves no trace.
    Change change = attempts.at(() -> change(paperId, known, record, now));
    change.paper().ifPresent(paper -> context().forward(record.withValue(paper)));
    change.state().ifPresent(state -> papers.put(paperId, state));
  }

  /**
   * What a record comes to.
   *
   * @param paper the paper's record, if it is another than the last one
   * @param state what the store keeps from now on, if it is something else
   */
  private record Change(Optional<EnrichedPaper> paper, Optional<PaperState> state) {}

  private Change change(
      String paperId, Optional<PaperState> known, Record<String, V> record, Instant now) {
    Dossier before = known.map(DossierCodec::fromState).orElse(Dossier.EMPTY);
    Instant writtenAt = Instant.ofEpochMilli(record.timestamp());
    Dossier taken = taking.take(before.upTo(now), record.value(), writtenAt);
    Optional<EnrichedPaper> paper = enricher.enrich(paperId, taken);
    Optional<String> fingerprint = paper.map(DossierCodec::fingerprint);
    Dossier after = fingerprint.map(taken::withWritten).orElse(taken);
    PaperState state = DossierCodec.toState(after);
    return new Change(
        paper.filter(_ -> !fingerprint.equals(before.written())),
        Optional.of(state).filter(_ -> !after.equals(before)));
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
