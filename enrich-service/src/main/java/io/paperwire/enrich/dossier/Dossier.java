package io.paperwire.enrich.dossier;

import io.paperwire.enrich.merge.KnownEvents;
import io.paperwire.enrich.trend.Attention;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperStanding;
import io.paperwire.schemas.PaperSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known about one paper.
 *
 * @param events what counts of the events, ordered by source
 * @param firstSeenAt when the first event was seen; empty while there were only signals
 * @param attention the signals
 * @param embedding the last vector that was taken in; it may be that of an earlier text
 * @param summary the last summary that was written for it; it may be that of an earlier text
 * @param places its place within each topic that told one, by topic id
 * @param written fingerprint of the record that was last written; empty while none was
 */
public record Dossier(
    List<PaperEvent> events,
    Optional<Instant> firstSeenAt,
    Attention attention,
    Optional<PaperEmbedding> embedding,
    Optional<PaperSummary> summary,
    SortedMap<String, Integer> places,
    Optional<String> written) {

  /** Nothing is known. */
  public static final Dossier EMPTY =
      new Dossier(
          List.of(),
          Optional.empty(),
          Attention.NONE,
          Optional.empty(),
          Optional.empty(),
          new TreeMap<>(),
          Optional.empty());

  public Dossier {
    events = List.copyOf(events);
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** What is known after an event. */
  public Dossier with(PaperEvent event) {
    Instant observed = event.getObservedAt();
    Instant first = firstSeenAt.filter(seen -> !observed.isBefore(seen)).orElse(observed);
    return new Dossier(
        KnownEvents.add(events, event),
        Optional.of(first),
        attention,
        embedding,
        summary,
        places,
        written);
  }

  /**
   * What is known after a signal.
   *
   * @param writtenAt time of the signal's record
   */
  public Dossier with(PaperSignal signal, Instant writtenAt) {
    Attention more = attention.with(signal, writtenAt);
    return new Dossier(events, firstSeenAt, more, embedding, summary, places, written);
  }

  /**
   * The same, with no attention from the future.
   *
   * @param now no earlier than when any of the signals was written
   */
  public Dossier upTo(Instant now) {
    return new Dossier(
        events, firstSeenAt, attention.upTo(now), embedding, summary, places, written);
  }

  /** The same, without attention that was given longer than so before the newest. */
  public Dossier within(Duration span) {
    return new Dossier(
        events, firstSeenAt, attention.within(span), embedding, summary, places, written);
  }

  /** What is known with a vector. */
  public Dossier with(PaperEmbedding vector) {
    return new Dossier(
        events, firstSeenAt, attention, Optional.of(vector), summary, places, written);
  }

  /** What is known with a written summary. */
  public Dossier with(PaperSummary told) {
    return new Dossier(
        events, firstSeenAt, attention, embedding, Optional.of(told), places, written);
  }

  /** What is known with a place within a topic, or without any more. */
  public Dossier with(PaperStanding told) {
    SortedMap<String, Integer> changed = new TreeMap<>(places);
    if (told.getPlace() > 0) {
      changed.put(told.getTopic(), told.getPlace());
    } else {
      changed.remove(told.getTopic());
    }
    return new Dossier(events, firstSeenAt, attention, embedding, summary, changed, written);
  }

  /** The same, with another record written. */
  public Dossier withWritten(String fingerprint) {
    return new Dossier(
        events, firstSeenAt, attention, embedding, summary, places, Optional.of(fingerprint));
  }
}
