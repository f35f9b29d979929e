package io.paperwire.enrich.merge;

import io.paperwire.schemas.PaperEvent;
import java.time.Instant;
import java.util.Comparator;

/** Which of two statements about a paper is the later one. */
final class EventOrder {

  /**
   * From earlier to later: by version, then by when the version was published, then by when it was
   * seen. Events that are equal in all of these are ordered by their content, so that the order in
   * which they arrive never matters.
   */
  static final Comparator<PaperEvent> EARLIER_FIRST =
      Comparator.comparingInt(EventOrder::version)
          .thenComparing(EventOrder::updatedAt)
          .thenComparing(PaperEvent::getObservedAt)
          .thenComparing(Comparator.naturalOrder());

  private EventOrder() {}

  /** The later one. */
  static PaperEvent later(PaperEvent one, PaperEvent other) {
    return EARLIER_FIRST.compare(one, other) >= 0 ? one : other;
  }

  private static int version(PaperEvent event) {
    Integer version = event.getVersion();
    return version == null ? 0 : version;
  }

  private static Instant updatedAt(PaperEvent event) {
    Instant updatedAt = event.getUpdatedAt();
    return updatedAt == null ? Instant.MIN : updatedAt;
  }
}
