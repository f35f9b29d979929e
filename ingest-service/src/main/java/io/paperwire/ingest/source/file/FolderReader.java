package io.paperwire.ingest.source.file;

import io.paperwire.ingest.config.FilesConfiguration;
import io.paperwire.ingest.format.PaperFormat;
import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.RejectedInput.Place;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.SourceCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of a folder one after the other. */
final class FolderReader implements PageReader {

  private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);

  /** A file of nothing but bad lines must not flood the log. */
  private static final int LOGGED_A_PAGE = 20;

  private final FilesConfiguration configuration;
  private final PaperFormat papers;
  private final InstantSource clock;
  private final Consumer<SourceCondition> tell;
  private final WatchedFolder folder;
  private final Path reports;
  private final KnownFiles known = new KnownFiles();
  private final Deque<WatchedFolder.Look> due = new ArrayDeque<>();
  private final Map<Path, String> problems = new HashMap<>();
  private Optional<Reading> reading = Optional.empty();

  FolderReader(
      FilesConfiguration configuration,
      PaperFormat papers,
      Positions positions,
      InstantSource clock,
      Consumer<SourceCondition> tell)
      throws IOException {
    this.configuration = configuration;
    this.papers = papers;
    this.clock = clock;
    this.tell = tell;
    this.folder = new WatchedFolder(configuration.folder(), configuration.settle(), clock);
    this.reports = configuration.folder().resolve(configuration.rejected());
    positions
        .parts()
        .forEach((part, position) -> FilePosition.of(part, position).ifPresent(known::put));
  }

  private record Reading(OpenFile file, RejectReport report) {}

  @Override
  public Optional<Page> next(Duration atMost) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<Page> page = readOn();
      if (page.isPresent()) {
        return page;
      }
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (!openNext()) {
        tellQuiet();
        if (!left.isPositive()) {
          return Optional.empty();
        }
        folder.await(left);
      }
    }
  }

  /** The next page of the file that is open; empty if none is, or it has come to its end. */
  private Optional<Page> readOn() throws IOException {
    if (reading.isEmpty()) {
      return Optional.empty();
    }
    OpenFile file = reading.get().file();
    try {
      Optional<Page> page = file.nextPage(configuration.pageLines());
      if (page.isPresent()) {
        known.put(file.position());
        report(page.get().rejects());
        return page;
      }
      problems.remove(file.look().file());
    } catch (IOException e) {
      damaged(file, e);
    }
    closeFile(file);
    return Optional.empty();
  }

  private void closeFile(OpenFile file) throws IOException {
    if (file.isUnfinished()) {
      folder.rest(file.look(), completeAt(file.look()));
    } else {
      folder.finish(file.look());
    }
    file.close();
    reading = Optional.empty();
  }

  /**
   * Opens the next file that is ready; false if there is none. The folder is not looked through for
   * each of its files, of which there may be many; one that has changed meanwhile has its turn
   * later.
   */
  private boolean openNext() throws IOException {
    if (due.isEmpty()) {
      due.addAll(ready());
    }
    while (!due.isEmpty()) {
      WatchedFolder.Look look = due.removeFirst();
      if (folder.isUnchanged(look) && open(look, !clock.instant().isBefore(completeAt(look)))) {
        return true;
      }
    }
    return false;
  }

  private List<WatchedFolder.Look> ready() {
    try {
      return folder.ready();
    } catch (IOException e) {
      String reason = configuration.folder() + " cannot be looked through: " + e;
      tell.accept(SourceCondition.of(Freshness.BROKEN, reason));
      return List.of();
    }
  }

  /** When a file counts as complete if nothing more is appended. */
  private Instant completeAt(WatchedFolder.Look look) {
    return look.modified().plus(configuration.unfinishedAfter());
  }

  private boolean open(WatchedFolder.Look look, boolean complete) {
    try {
      OpenFile file = OpenFile.open(look, complete, known, papers, configuration.maxLineBytes());
      reading = Optional.of(new Reading(file, reportOf(look.name(), file.before().isEmpty())));
      file.before()
          .filter(before -> !before.name().equals(look.name()))
          .ifPresent(
              before ->
                  LOG.info(
                      "{}: its first {} lines were read before, as {}",
                      look.name(),
                      before.lines(),
                      before.name()));
      tell.accept(SourceCondition.of(Freshness.FRESH, "reading " + look.name()));
      return true;
    } catch (IOException e) {
      problem(look, "cannot be opened: " + e);
      folder.finish(look);
      return false;
    }
  }

  /** A report that cannot be read keeps nothing from its file. */
  private RejectReport reportOf(String name, boolean fromStart) {
    try {
      return RejectReport.of(reports, name, fromStart);
    } catch (IOException e) {
      LOG.warn("the report of {} in {} cannot be read: {}", name, reports, e.toString());
      return RejectReport.unread(reports, name);
    }
  }

  private void report(List<RejectedInput> rejects) {
    rejects.stream().limit(LOGGED_A_PAGE).forEach(FolderReader::log);
    if (rejects.size() > LOGGED_A_PAGE) {
      LOG.warn("{} more lines were rejected, see {}", rejects.size() - LOGGED_A_PAGE, reports);
    }
    write(rejects);
  }

  private static void log(RejectedInput reject) {
    LOG.warn("{}: {} ({})", reject.place(), reject.reason(), reject.fault().label());
  }

  private void write(List<RejectedInput> rejects) {
    try {
      reading.orElseThrow().report().add(rejects);
    } catch (IOException e) {
      LOG.warn("no report of rejected lines can be written in {}: {}", reports, e.toString());
    }
  }

  /** Nothing behind the damage can be read; what is before it has been. */
  private void damaged(OpenFile file, IOException e) {
    long line = file.linesRead() + 1;
    String reason = "nothing can be read from line " + line + " on: " + e;
    problem(file.look(), reason);
    Place place = new Place(file.look().name(), line);
    RawBytes none = RawBytes.of(new byte[0]);
    write(List.of(RejectedInput.whole(place, Fault.UNREADABLE, reason, none)));
  }

  private void problem(WatchedFolder.Look look, String reason) {
    LOG.error("{} {}", look.file(), reason);
    problems.put(look.file(), look.name() + " " + reason);
  }

  private void tellQuiet() {
    problems.keySet().removeIf(file -> !Files.exists(file)); // taken away, and so dealt with
    Map<String, String> parts = Map.of("folder", configuration.folder().toString());
    tell.accept(
        problems.isEmpty()
            ? new SourceCondition(Freshness.QUIET, "all files have been read", parts)
            : new SourceCondition(Freshness.BROKEN, String.join("; ", problems.values()), parts));
  }

  @Override
  public void close() throws IOException {
    if (reading.isPresent()) {
      reading.get().file().close();
    }
    folder.close();
  }
}
