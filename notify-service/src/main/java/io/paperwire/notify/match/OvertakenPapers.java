package io.paperwire.notify.match;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells whether a record of the backlog was overtaken by a later one of the same paper. Remembers
 * the papers that changed last, as many as a long backlog may meet; across a restart it remembers
 * none, and the older record then stands until the paper changes again.
 */
final class OvertakenPapers {

  private static final int MOST = 50_000;

  private final Map<String, Long> places = new LinkedHashMap<>(16, 0.75f, true);

  /** Whether a record is the latest of its paper so far; it is then remembered. */
  boolean isLatest(String paperId, long place) {
    Long last = places.get(paperId);
    if (last != null && last > place) {
      return false;
    }
    places.put(paperId, place);
    if (places.size() > MOST) {
      places.remove(places.keySet().iterator().next());
    }
    return true;
  }
}
