package io.paperwire.enrich.dossier;

import io.paperwire.enrich.merge.LatestEvents;
import io.paperwire.enrich.trend.Attention;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperSignal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about one paper.
 *
 * @param standing the latest event of each source, ordered by source
 * @param firstSeenAt when the first event was seen; empty while there were only signals
 * @param attention the signals
 * @param embedding the last vector that was taken in; it may be that of an earlier text
 * @param written fingerprint of the record that was last written; empty while none was
 */
public record Dossier(
    List<PaperEvent> standing,
    Optional<Instant> firstSeenAt,
    Attention attention,
    Optional<PaperEmbedding> embedding,
    Optional<String> written) {

  /** Nothing is known. */
  public static final Dossier EMPTY =
      new Dossier(List.of(), Optional.empty(), Attention.NONE, Optional.empty(), Optional.empty());

  public Dossier {
    standing = List.copyOf(standing);
  }

  /** What is known after an event. */
  public Dossier with(PaperEvent event) {
    Instant observed = event.getObservedAt();
    Instant first = firstSeenAt.filter(seen -> !observed.isBefore(seen)).orElse(observed);
    return new Dossier(
        LatestEvents.add(standing, event), Optional.of(first), attention, embedding, written);
  }

  /** What is known after a signal. */
  public Dossier with(PaperSignal signal) {
    return new Dossier(standing, firstSeenAt, attention.with(signal), embedding, written);
  }

  /** What is known with a vector. */
  public Dossier with(PaperEmbedding vector) {
    return new Dossier(standing, firstSeenAt, attention, Optional.of(vector), written);
  }

  /** The same, with another record written. */
  public Dossier withWritten(String fingerprint) {
    return new Dossier(standing, firstSeenAt, attention, embedding, Optional.of(fingerprint));
  }
}
