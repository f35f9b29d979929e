package io.paperwire.notify.web.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an interest would have caught.
 *
 * @param since the first day that was looked at, in UTC
 * @param whole whether all papers since the day that was asked for were looked at; if not, there
 *     are so many, or it takes so long, that {@code since} is later
 * @param byDay how many papers there are of each day that has some, the earliest first
 * @param newest the newest of them
 */
public record Catch(
    LocalDate since, boolean whole, Map<LocalDate, Integer> byDay, List<ListedPaper> newest) {

  /** How many papers are shown. */
  static final int SHOWN = 5;

  public Catch {
    byDay = Collections.unmodifiableMap(new TreeMap<>(byDay));
    newest = List.copyOf(newest);
  }

  /** How many papers there are. */
  public int papers() {
    return byDay.values().stream().mapToInt(Integer::intValue).sum();
  }
}
