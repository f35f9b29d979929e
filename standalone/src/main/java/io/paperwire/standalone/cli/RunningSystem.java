package io.paperwire.standalone.cli;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.standalone.system.StandaloneSystem;
import io.paperwire.standalone.system.SystemSettings;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A system that stops with this process, however that ends.
 *
 * @param <S> what kind of system
 */
final class RunningSystem<S extends StandaloneSystem> implements AutoCloseable {

  /**
   * Starts a system and waits until all of it works.
   *
   * @param <S> what kind of system
   */
  @FunctionalInterface
  interface Launch<S extends StandaloneSystem> {
    /**
     * Starts it.
     *
     * @param news progress, one line each
     * @throws EmbeddedException if a part cannot be started
     */
    S start(SystemSettings settings, Consumer<String> news) throws InterruptedException;
  }

  /** What becomes of the folder of a system when that stops. */
  enum Data {
    /** It stays for the next start. */
    KEPT,
    /** It is deleted, unless something went wrong that its logs may explain. */
    TEMPORARY
  }

  private final S system;
  private final Screen screen;
  private boolean closed;
  private boolean deletesFolder;

  private RunningSystem(S system, Data data, Screen screen) {
    this.system = system;
    this.screen = screen;
    this.deletesFolder = data == Data.TEMPORARY;
  }

  /**
   * Starts a system.
   *
   * @throws CommandFailure if a part cannot be started, or Ctrl-C comes first; one line that says
   *     why, and where the logs are that may tell more
   */
  static <S extends StandaloneSystem> RunningSystem<S> start(
      Launch<S> launch, SystemSettings settings, Data data, Screen screen) {
    try (InterruptibleStart _ = new InterruptibleStart()) {
      return started(launch, settings, data, screen);
    }
  }

  private static <S extends StandaloneSystem> RunningSystem<S> started(
      Launch<S> launch, SystemSettings settings, Data data, Screen screen) {
    RunningSystem<S> running =
        new RunningSystem<>(launched(launch, settings, data, screen), data, screen);
    if (!running.stopsWithProcess()) {
      // That interrupted the start, and stopping would not wait for anything either.
      Thread.interrupted();
      running.close();
      throw new CommandFailure("stopped when everything was up");
    }
    return running;
  }

  private static <S extends StandaloneSystem> S launched(
      Launch<S> launch, SystemSettings settings, Data data, Screen screen) {
    try {
      return launch.start(settings, screen::step);
    } catch (EmbeddedException e) {
      if (data == Data.TEMPORARY && !hasLogs(e)) {
        Folders.delete(settings.folder());
      }
      throw CommandFailure.of(e);
    } catch (InterruptedException e) {
      if (data == Data.TEMPORARY) {
        Folders.delete(settings.folder());
      }
      Thread.currentThread().interrupt();
      throw new CommandFailure("stopped before everything was up", e);
    } catch (RuntimeException e) {
      // Nobody foresaw it, so that the logs are all there is to tell why.
      throw new CommandFailure(
          "the start failed: " + chain(e) + ". All logs are in " + settings.folder(), e);
    }
  }

  /** An error and its causes in a line. */
  private static String chain(Throwable error) {
    return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
        .map(Throwable::toString)
        .collect(Collectors.joining(": "));
  }

  /** Has the process stop it at its end; false if that end has come already. */
  private boolean stopsWithProcess() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-paperwire"));
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  S system() {
    return system;
  }

  /**
   * Keeps a temporary folder after all.
   *
   * @return false if the system has been stopped, and the folder is gone with it
   */
  synchronized boolean keepFolder() {
    deletesFolder = false;
    return !closed;
  }

  /**
   * Waits until a part has died for good, if that ever happens. Being told to stop ends the process
   * meanwhile.
   *
   * @return what to end with
   */
  CommandFailure awaitLoss() throws InterruptedException {
    String loss = system.awaitLoss();
    return keepFolder()
        ? new CommandFailure(loss + ". All logs are in " + system.settings().folder())
        : new CommandFailure("stopped");
  }

  @Override
  public void close() {
    stop();
  }

  /** Once; also as the hook of the JVM, behind which nothing of this process runs any more. */
  private synchronized void stop() {
    if (!closed) {
      closed = true;
      screen.step("stopping everything");
      system.close();
      if (deletesFolder) {
        Folders.delete(system.settings().folder());
      }
    }
  }

  /** Whether a part ran, so that its log tells more. */
  private static boolean hasLogs(EmbeddedException e) {
    return switch (e.reason()) {
      case CHILD_ENDED, NOT_READY -> true;
      case PORT_TAKEN, NO_SPACE, FOLDER_NOT_WRITABLE, FOLDER_IN_USE, NOT_BUILT -> false;
    };
  }
}
