package io.paperwire.enrich.merge;

import io.paperwire.schemas.PaperEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Which of two statements about a paper is the later one. */
final class EventOrder {

  /**
   * Sources in which people state what they know. They have no versions: an id that somebody wrote
   * with one says nothing of when it was written, and whoever corrects it may leave it out.
   */
  private static final Set<String> STATED_BY_HAND = Set.of("file", "http");

  /**
   * From earlier to later: by version, then by when the version was published, then by when it was
   * seen; of what is stated by hand only by when it was seen. Events that are equal in all of these
   * are ordered by their content, so that the order in which they arrive never matters.
   */
  static final Comparator<PaperEvent> EARLIER_FIRST =
      Comparator.comparingInt((PaperEvent event) -> version(event).orElse(0))
          .thenComparing(EventOrder::updatedAt)
          .thenComparing(PaperEvent::getObservedAt)
          .thenComparing(Comparator.naturalOrder());

  private EventOrder() {}

  /** The later one. */
  static PaperEvent later(PaperEvent one, PaperEvent other) {
    return EARLIER_FIRST.compare(one, other) >= 0 ? one : other;
  }

  /** The version that an event tells of; nothing where its source has none. */
  static Optional<Integer> version(PaperEvent event) {
    return Optional.ofNullable(event.getVersion()).filter(_ -> !isStatedByHand(event));
  }

  private static Instant updatedAt(PaperEvent event) {
    Instant updatedAt = event.getUpdatedAt();
    return updatedAt == null || isStatedByHand(event) ? Instant.MIN : updatedAt;
  }

  private static boolean isStatedByHand(PaperEvent event) {
    return STATED_BY_HAND.contains(event.getSource());
  }
}
