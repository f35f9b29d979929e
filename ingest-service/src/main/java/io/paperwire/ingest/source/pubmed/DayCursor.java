package io.paperwire.ingest.source.pubmed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Where a list of articles is: at a slice of a day's search, or at the articles of that slice.
 *
 * @param day on which articles were entered
 * @param last the last day of the list
 * @param start index of the slice's first id, from 0
 * @param count how many ids the day has; 0 where it is yet to be asked
 * @param ids whose articles are to be fetched; none where the slice is yet to be searched for
 */
record DayCursor(LocalDate day, LocalDate last, int start, int count, List<String> ids) {

  private static final String SEPARATOR = "/";
  private static final int FIELDS = 5;

  DayCursor {
    ids = List.copyOf(ids);
  }

  /** The beginning of a list. */
  static DayCursor first(LocalDate from, Instant end) {
    LocalDate last = end.atZone(ZoneOffset.UTC).toLocalDate();
    return new DayCursor(from, last.isBefore(from) ? from : last, 0, 0, List.of());
  }

  /** Reads what {@link #text} wrote. */
  static DayCursor parse(String text) {
    String[] fields = text.split(SEPARATOR, FIELDS);
    return new DayCursor(
        LocalDate.parse(fields[0]),
        LocalDate.parse(fields[1]),
        Integer.parseInt(fields[2]),
        Integer.parseInt(fields[3]),
        fields[4].isEmpty() ? List.of() : List.of(fields[4].split(",", -1)));
  }

  /** The cursor as it is committed. */
  String text() {
    return String.join(
        SEPARATOR,
        day.toString(),
        last.toString(),
        Integer.toString(start),
        Integer.toString(count),
        String.join(",", ids));
  }

  /** True where articles are to be fetched. */
  boolean fetches() {
    return !ids.isEmpty();
  }

  /** The articles of this slice. */
  DayCursor fetch(int ofDay, List<String> found) {
    return new DayCursor(day, last, start, ofDay, found);
  }

  /**
   * What comes after this slice.
   *
   * @param most how many ids of a day can be searched for
   * @return empty at the end of the list
   */
  Optional<DayCursor> after(int sliceIds, int most) {
    int next = start + sliceIds;
    if (next < Math.min(count, most)) {
      return Optional.of(new DayCursor(day, last, next, 0, List.of()));
    }
    return day.isBefore(last)
        ? Optional.of(new DayCursor(day.plusDays(1), last, 0, 0, List.of()))
        : Optional.empty();
  }
}
