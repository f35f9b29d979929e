package io.paperwire.standalone.cli;

import io.paperwire.embedded.process.ForegroundProgram;
import io.paperwire.standalone.system.Distribution;
import io.paperwire.standalone.system.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Reads a time of the past of one source, in a process of the ingest service. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a time of the past of one source, and publishes what was not published yet.",
      "It is configured as the ingest service is, by the same environment variables: the source has"
          + " to be switched on. The service that reads the source stands by meanwhile. Ctrl-C, or"
          + " the end of this command in any other way, stops it; the same command goes on where it"
          + " stopped."
    })
final class IngestCommand implements Callable<Integer> {

  @Option(
      names = "--source",
      required = true,
      paramLabel = "NAME",
      description = "Name of the source, for example arxiv-oai.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String source;

  @Option(
      names = "--since",
      required = true,
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The first day, for example 2026-01-01.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private LocalDate since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The last day; today where it is left out.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Optional<LocalDate> until;

  @Option(names = "--dry-run", description = "Reads and counts, and publishes nothing.")
  private boolean dryRun;

  /** Reads a day, and says of what is none how days are written. */
  private static final class DayConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' is no day such as 2026-01-31");
      }
    }
  }

  /** What a backfill runs in: the virtual machine, its options, and the ingest service. */
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-jar",
        Distribution.running().jar(Service.INGEST).toString());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (until.filter(last -> last.isBefore(since)).isPresent()) {
      throw new CommandFailure(
          "--until " + until.get() + " lies before --since " + since + ": exchange them");
    }
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("backfill", "--source=" + source, "--since=" + since));
    until.ifPresent(day -> command.add("--until=" + day));
    if (dryRun) {
      command.add("--dry-run");
    }
    return ForegroundProgram.run(command);
  }
}
