package io.paperwire.enrich.merge;

import io.paperwire.schemas.PaperEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Of each source the event that stands. */
public final class LatestEvents {

  /**
   * From earlier to later: by version, then by when the version was published, then by when it was
   * seen. Events that are equal in all of these are ordered by their content, so that the order in
   * which they arrive never matters.
   */
  static final Comparator<PaperEvent> EARLIER_FIRST =
      Comparator.comparingInt(LatestEvents::version)
          .thenComparing(LatestEvents::updatedAt)
          .thenComparing(PaperEvent::getObservedAt)
          .thenComparing(Comparator.naturalOrder());

  private LatestEvents() {}

  /**
   * Adds an event to those that stand.
   *
   * @return the events that stand now, ordered by source
   */
  public static List<PaperEvent> add(Collection<PaperEvent> standing, PaperEvent event) {
    SortedMap<String, PaperEvent> bySource = new TreeMap<>();
    standing.forEach(known -> bySource.merge(known.getSource(), known, LatestEvents::later));
    bySource.merge(event.getSource(), event, LatestEvents::later);
    return List.copyOf(bySource.values());
  }

  private static PaperEvent later(PaperEvent one, PaperEvent other) {
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
