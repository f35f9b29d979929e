package io.paperwire.ingest.state;

import io.paperwire.ingest.judgement.Known;
import io.paperwire.ingest.judgement.Meaning;
import io.paperwire.ingest.source.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

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
    return of(new StateKey.PositionKey(source, part), value::toByteBuffer);
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
            known.announced());
    return of(new StateKey.PaperKey(source, paperId), value::toByteBuffer);
  }

  /** A signal that is counted. */
  static StateEntry signal(String source, long fingerprint, Instant now) {
    return of(new StateKey.SignalKey(source, fingerprint), new SeenSignal(now)::toByteBuffer);
  }

  /** A sign of life. */
  public static StateEntry lease(String source, String instance, Instant now) {
    return of(new StateKey.LeaseKey(source), new SourceLease(instance, now)::toByteBuffer);
  }

  /** Forgets an entry. */
  static StateEntry deleted(StateKey key) {
    return new StateEntry(key, Optional.empty());
  }

  private static StateEntry of(StateKey key, Encoding encoding) {
    try {
      return new StateEntry(key, Optional.of(encoding.encode()));
    } catch (IOException e) {
      throw new UncheckedIOException("encoding into memory failed", e);
    }
  }

  private interface Encoding {
    ByteBuffer encode() throws IOException;
  }
}
