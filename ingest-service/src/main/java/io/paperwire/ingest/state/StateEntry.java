package io.paperwire.ingest.state;

import io.paperwire.ingest.judgement.Known;
import io.paperwire.ingest.judgement.Meaning;
import io.paperwire.ingest.source.Position;
import io.paperwire.schemas.stored.StoredRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record of the state topic.
 *
 * @param key whose state, and what of it
 * @param value Avro in single-object encoding; empty deletes the entry
 */
public record StateEntry(StateKey key, Optional<ByteBuffer> value) {

  /** How far a part of a source is. */
  static StateEntry position(String source, String part, Position position, Instant now) {
    SourcePosition value = new SourcePosition(position.attributes(), now);
    return of(new StateKey.PositionKey(source, part), StateValues.POSITIONS, value);
  }

  /** What a source said of a paper. */
  static StateEntry paper(String source, String paperId, Known known) {
    Meaning meaning = known.meaning();
    SeenPaper value =
        new SeenPaper(
            known.version(),
            meaning.content(),
            meaning.publication(),
            meaning.categories(),
            meaning.categoryCount(),
            meaning.withdrawn(),
            known.announced(),
            meaning.text());
    return of(new StateKey.PaperKey(source, paperId), StateValues.PAPERS, value);
  }

  /** A signal that is counted. */
  static StateEntry signal(String source, long fingerprint, Instant now) {
    SeenSignal value = new SeenSignal(now);
    return of(new StateKey.SignalKey(source, fingerprint), StateValues.SIGNALS, value);
  }

  /** A sign of life. */
  public static StateEntry lease(String source, String instance, Instant now) {
    SourceLease value = new SourceLease(instance, now);
    return of(new StateKey.LeaseKey(source), StateValues.LEASES, value);
  }

  /**
   * The instance that gave a sign of life.
   *
   * @param lease value of the entry
   * @throws IOException if it is no sign of life
   */
  static String instance(ByteBuffer lease) throws IOException {
    return StateValues.LEASES.read(lease).getInstance();
  }

  /** Forgets an entry. */
  static StateEntry deleted(StateKey key) {
    return new StateEntry(key, Optional.empty());
  }

  private static <T extends SpecificRecord> StateEntry of(
      StateKey key, StoredRecords<T> records, T value) {
    return new StateEntry(key, Optional.of(ByteBuffer.wrap(records.write(value))));
  }
}
