package io.paperwire.notify.web.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The days under which papers are listed, as addresses name them. */
public final class ListedDay {

  /** Java reads years of more digits too, of which the database holds few. */
  private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private ListedDay() {}

  /** The day that a text names, such as {@code 2026-06-12}; nothing if it names none. */
  public static Optional<LocalDate> read(String text) {
    try {
      return WRITTEN.matcher(text).matches()
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
