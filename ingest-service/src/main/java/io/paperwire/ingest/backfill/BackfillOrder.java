package io.paperwire.ingest.backfill;

import io.paperwire.ingest.source.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is to be read.
 *
 * @param source name of the source
 * @param period the time
 * @param dryRun whether to read only
 */
public record BackfillOrder(String source, Period period, boolean dryRun) {

  /** The word that the command line begins with. */
  public static final String COMMAND = "backfill";

  /**
   * Reads a command line: {@code backfill --source=S --since=D [--until=D] [--dry-run]}.
   *
   * @return empty if it asks for something else
   * @throws IllegalArgumentException if it lacks something
   */
  public static Optional<BackfillOrder> of(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals(COMMAND)) {
      return Optional.empty();
    }
    String source = value(arguments, "source").orElseThrow(() -> lacking("--source=NAME"));
    String since = value(arguments, "since").orElseThrow(() -> lacking("--since=DATE"));
    boolean dryRun = Arrays.asList(arguments).contains("--dry-run");
    Period period = new Period(date(since), value(arguments, "until").map(BackfillOrder::date));
    return Optional.of(new BackfillOrder(source, period, dryRun));
  }

  private static Optional<String> value(String[] arguments, String name) {
    String prefix = "--" + name + "=";
    for (String argument : arguments) {
      if (argument.startsWith(prefix)) {
        return Optional.of(argument.substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new IllegalArgumentException("'" + text + "' is no date such as 2026-01-31");
    }
  }

  private static IllegalArgumentException lacking(String what) {
    return new IllegalArgumentException("a backfill needs " + what);
  }
}
