package io.paperwire.notify.web.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes days for readers. */
public final class ReadableDay {

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

  private ReadableDay() {}

  /** For example {@code 12 Jun 2026}. */
  public static String shortly(LocalDate day) {
    return SHORT.format(day);
  }

  /** For example {@code Friday, 12 June 2026}. */
  public static String fully(LocalDate day) {
    return LONG.format(day);
  }
}
