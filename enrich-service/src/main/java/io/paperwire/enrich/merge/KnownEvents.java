package io.paperwire.enrich.merge;

import io.paperwire.schemas.PaperEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The events that are to be kept: all that the record of a paper depends on. */
public final class KnownEvents {

  private KnownEvents() {}

  /**
   * Adds an event to those that are kept.
   *
   * @return the events that are to be kept now, ordered by source: of each the latest one, and
   *     before it the one that says whether the text stands, where that is another, without what
   *     else it said
   */
  public static List<PaperEvent> add(Collection<PaperEvent> kept, PaperEvent event) {
    List<PaperEvent> all = new ArrayList<>(kept);
    all.add(event);
    return SourceStatement.bySource(all).values().stream()
        .flatMap(SourceStatement::events)
        .toList();
  }
}
