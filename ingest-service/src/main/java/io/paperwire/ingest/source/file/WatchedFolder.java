package io.paperwire.ingest.source.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder in which files appear and grow. */
final class WatchedFolder implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

  /** Network file systems tell nobody what happens; then this is how often one looks. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private static final Duration UNSETTLED = Duration.ofMillis(100);

  private final Path folder;
  private final Duration settle;
  private final InstantSource clock;
  private final Optional<WatchService> watch;
  private final Map<Path, Rest> resting = new HashMap<>();
  private final Map<Path, Ahead> ahead = new HashMap<>();
  private boolean someUnsettled;

  WatchedFolder(Path folder, Duration settle, InstantSource clock) throws IOException {
    this.folder = folder;
    this.settle = settle;
    this.clock = clock;
    Files.createDirectories(folder);
    this.watch = watch(folder);
  }

  private static Optional<WatchService> watch(Path folder) throws IOException {
    WatchService service = folder.getFileSystem().newWatchService();
    try {
      folder.register(
          service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      return Optional.of(service);
    } catch (IOException e) {
      service.close();
      LOG.warn("{} cannot be watched and is looked through every {}: {}", folder, LOOK_AGAIN, e);
      return Optional.empty();
    }
  }

  /**
   * A file as it was seen.
   *
   * @param file its path
   * @param size its bytes
   * @param modified when it was changed last; when it was first seen so, where the file tells a
   *     time that is yet to come
   */
  record Look(Path file, long size, Instant modified) {

    String name() {
      return file.getFileName().toString();
    }
  }

  /**
   * Files that have been left alone long enough and are not finished, the oldest first.
   *
   * @throws IOException if the folder cannot be looked through
   */
  List<Look> ready() throws IOException {
    List<Look> ready = new ArrayList<>();
    someUnsettled = false;
    Instant now = clock.instant();
    List<Look> looks = looks();
    Set<Path> present = looks.stream().map(Look::file).collect(Collectors.toSet());
    resting.keySet().retainAll(present);
    ahead.keySet().retainAll(present);
    for (Look look : looks) {
      Instant due = due(look);
      if (!now.isBefore(due)) {
        ready.add(look);
      } else if (due.isBefore(Instant.MAX)) {
        someUnsettled = true;
      }
    }
    ready.sort(Comparator.comparing(Look::modified).thenComparing(Look::name));
    return ready;
  }

  /** Whether a file still is as it was seen. */
  boolean isUnchanged(Look seen) throws IOException {
    return look(seen.file()).filter(seen::equals).isPresent();
  }

  /** When a file is to be read: once it has settled, and not before its rest is over. */
  private Instant due(Look look) {
    Instant settled = look.modified().plus(settle);
    return Optional.ofNullable(resting.get(look.file()))
        .filter(rest -> rest.look().equals(look))
        .map(Rest::until)
        .orElse(settled);
  }

  /** Leaves a file out until it looks different. */
  void finish(Look look) {
    rest(look, Instant.MAX);
  }

  /** Leaves a file out until it looks different, or a time has come. */
  void rest(Look look, Instant until) {
    resting.put(look.file(), new Rest(look, until));
  }

  private record Rest(Look look, Instant until) {}

  /** Waits until something may have changed, or so long. */
  void await(Duration atMost) throws InterruptedException {
    Duration wait = someUnsettled ? UNSETTLED : LOOK_AGAIN;
    long millis = Math.max(1, Math.min(wait.toMillis(), atMost.toMillis()));
    if (watch.isPresent()) {
      Optional<WatchKey> key = Optional.ofNullable(watch.get().poll(millis, TimeUnit.MILLISECONDS));
      key.ifPresent(
          changed -> {
            changed.pollEvents();
            changed.reset();
          });
    } else {
      TimeUnit.MILLISECONDS.sleep(millis);
    }
  }

  private List<Look> looks() throws IOException {
    List<Look> looks = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(WatchedFolder::isMeant).toList()) {
        look(file).ifPresent(looks::add);
      }
    }
    return looks;
  }

  private Optional<Look> look(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile() && attributes.size() > 0
          ? Optional.of(new Look(file, attributes.size(), modified(file, attributes)))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty(); // gone since the folder was listed
    } catch (FileSystemException e) {
      LOG.warn("{} cannot be looked at: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** Clocks of other machines go ahead, and archives keep times without their zone. */
  private Instant modified(Path file, BasicFileAttributes attributes) {
    Instant told = attributes.lastModifiedTime().toInstant();
    Optional<Ahead> known =
        Optional.ofNullable(ahead.get(file)).filter(seen -> seen.is(attributes.size(), told));
    Instant now = clock.instant();
    if (known.isEmpty() && !told.isAfter(now)) {
      return told;
    }
    Ahead seen = known.orElseGet(() -> new Ahead(attributes.size(), told, now));
    ahead.put(file, seen);
    return seen.at();
  }

  /** A file whose time of change lay ahead when it was first seen so. */
  private record Ahead(long size, Instant told, Instant at) {
    boolean is(long nowSize, Instant nowTold) {
      return size == nowSize && told.equals(nowTold);
    }
  }

  private static boolean isMeant(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && !name.endsWith(".part")
        && !name.endsWith(".tmp")
        && !name.endsWith("~")
        && !name.endsWith(".rejected.jsonl");
  }

  @Override
  public void close() throws IOException {
    if (watch.isPresent()) {
      watch.get().close();
    }
  }
}
