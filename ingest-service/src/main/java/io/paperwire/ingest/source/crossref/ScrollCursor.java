package io.paperwire.ingest.source.crossref;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list is: at a page of one day's works. Crossref's cursor names a scroll that Crossref
 * itself moves on with each request, so that its text may stay the same from page to page, and no
 * page can be asked for twice. A page that was lost is only met again by beginning its day again.
 *
 * @param day whose works are listed
 * @param page number of the page to come, from 1
 * @param scroll Crossref's cursor; empty where the day is to be begun
 */
record ScrollCursor(LocalDate day, int page, Optional<String> scroll) {

  private static final Pattern TEXT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/(\\d{1,9})/(.*)");

  /** The beginning of a day. */
  static ScrollCursor first(LocalDate day) {
    return new ScrollCursor(day, 1, Optional.empty());
  }

  /** Reads what {@link #text} wrote; empty if it is nothing of the kind. */
  static Optional<ScrollCursor> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ScrollCursor(
                LocalDate.parse(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Optional.of(matcher.group(3)).filter(scroll -> !scroll.isEmpty())))
        : Optional.empty();
  }

  /** The cursor as it is committed. */
  String text() {
    return day + "/" + page + "/" + scroll.orElse("");
  }

  /** The page behind this one. */
  ScrollCursor after(String next) {
    return new ScrollCursor(day, page + 1, Optional.of(next));
  }
}
