package io.paperwire.embedded.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Tells at times of a server that does not serve yet, until it is closed. */
final class StartNews implements AutoCloseable {

  /** What the server writes when it finds that it was not shut down. */
  private static final String RECOVERY = "automatic recovery in progress";

  /** How it tells every ten seconds how far it is. */
  private static final String PROGRESS = "redo in progress";

  private final Thread thread;

  private StartNews(Thread thread) {
    this.thread = thread;
  }

  /**
   * Begins to tell.
   *
   * @param log of the server; what it holds now is of an earlier start
   * @param pause before the first line and between two
   */
  static StartNews begin(Path log, Duration pause, Consumer<String> news) {
    long before = size(log);
    long begun = System.nanoTime();
    return new StartNews(
        Thread.ofVirtual()
            .name("postgres-start-news")
            .start(
                () -> {
                  try {
                    while (true) {
                      Thread.sleep(pause);
                      Duration waited = Duration.ofNanos(System.nanoTime() - begun);
                      news.accept(line(written(log, before), waited));
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  /**
   * How a server is that does not serve yet.
   *
   * @param lines what it has written since its start
   * @param waited since then
   */
  static String line(List<String> lines, Duration waited) {
    if (lines.stream().noneMatch(line -> line.contains(RECOVERY))) {
      return "PostgreSQL has been starting for " + seconds(waited);
    }
    String progress =
        lines.stream()
            .filter(line -> line.contains(PROGRESS))
            .reduce((_, last) -> last)
            .map(line -> ": " + line.substring(line.indexOf(PROGRESS)))
            .orElse("");
    return "PostgreSQL was not shut down and has been in recovery for "
        + seconds(waited)
        + progress
        + "; it serves when it has read its log again";
  }

  private static String seconds(Duration waited) {
    return waited.toSeconds() + " s";
  }

  private static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** What is in the log behind a place; nothing if it cannot be read. */
  private static List<String> written(Path log, long before) {
    try (var file = Files.newInputStream(log)) {
      file.skipNBytes(before);
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Tells nothing from now on. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
