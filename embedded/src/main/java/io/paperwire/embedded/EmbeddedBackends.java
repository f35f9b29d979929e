package io.paperwire.embedded;

import io.paperwire.embedded.kafka.BrokerProcess;
import io.paperwire.embedded.mailbox.Mailbox;
import io.paperwire.embedded.postgres.PostgresProcess;
import io.paperwire.embedded.registry.RegistryProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The backends of one system, started side by side, their data below one folder. */
public final class EmbeddedBackends implements AutoCloseable {

  private final Optional<BrokerProcess> broker;
  private final Optional<RegistryProcess> registry;
  private final Optional<PostgresProcess> postgres;
  private final Optional<Mailbox> mailbox;

  private EmbeddedBackends(
      Optional<BrokerProcess> broker,
      Optional<RegistryProcess> registry,
      Optional<PostgresProcess> postgres,
      Optional<Mailbox> mailbox) {
    this.broker = broker;
    this.registry = registry;
    this.postgres = postgres;
    this.mailbox = mailbox;
  }

  /**
   * Starts backends and waits until each serves. If one fails, the others are stopped again.
   *
   * @param wanted which ones
   * @param registryHome the unpacked schema registry
   * @param folder takes their data and logs
   * @param ports where they listen
   * @throws EmbeddedException if one cannot be started
   */
  public static EmbeddedBackends start(
      Set<Backend> wanted, Path registryHome, Path folder, BackendPorts ports)
      throws InterruptedException {
    List<AutoCloseable> started = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Path postgresFolder = folder.resolve("postgres");
      Path pidFile = PostgresProcess.pidFile(postgresFolder);
      Future<Optional<BrokerProcess>> broker =
          executor.submit(
              when(
                  wanted.contains(Backend.KAFKA),
                  () ->
                      ready(
                          BrokerProcess.start(
                              folder.resolve("kafka"), ports.broker(), pidFile.toString()),
                          started)));
      Future<Optional<RegistryProcess>> registry =
          executor.submit(
              when(
                  wanted.contains(Backend.REGISTRY),
                  () ->
                      ready(
                          RegistryProcess.start(
                              registryHome, folder.resolve("registry"), ports.registry()),
                          started)));
      Future<Optional<PostgresProcess>> postgres =
          executor.submit(
              when(
                  wanted.contains(Backend.POSTGRES),
                  () -> kept(PostgresProcess.start(postgresFolder, ports.postgres()), started)));
      Future<Optional<Mailbox>> mailbox =
          executor.submit(
              when(
                  wanted.contains(Backend.MAILBOX),
                  () -> kept(Mailbox.start(ports.smtp(), ports.mailbox()), started)));
      return new EmbeddedBackends(broker.get(), registry.get(), postgres.get(), mailbox.get());
    } catch (ExecutionException e) {
      stop(started);
      throw e.getCause() instanceof EmbeddedException cause
          ? cause
          : new IllegalStateException("a backend failed to start", e);
    } catch (InterruptedException e) {
      stop(started);
      throw e;
    }
  }

  /** The broker. */
  public BrokerProcess broker() {
    return broker.orElseThrow(() -> notStarted(Backend.KAFKA));
  }

  /** The schema registry. */
  public RegistryProcess registry() {
    return registry.orElseThrow(() -> notStarted(Backend.REGISTRY));
  }

  /** The database. */
  public PostgresProcess postgres() {
    return postgres.orElseThrow(() -> notStarted(Backend.POSTGRES));
  }

  /** The mailbox. */
  public Mailbox mailbox() {
    return mailbox.orElseThrow(() -> notStarted(Backend.MAILBOX));
  }

  @Override
  public void close() {
    mailbox.ifPresent(Mailbox::close);
    registry.ifPresent(RegistryProcess::close);
    broker.ifPresent(BrokerProcess::close);
    postgres.ifPresent(PostgresProcess::close);
  }

  private static IllegalStateException notStarted(Backend backend) {
    return new IllegalStateException(backend + " was not among the backends that were started");
  }

  private static <T> Callable<Optional<T>> when(boolean wanted, Callable<T> start) {
    return () -> wanted ? Optional.of(start.call()) : Optional.empty();
  }

  private static BrokerProcess ready(BrokerProcess broker, List<AutoCloseable> started)
      throws InterruptedException {
    kept(broker, started).awaitReady();
    return broker;
  }

  private static RegistryProcess ready(RegistryProcess registry, List<AutoCloseable> started)
      throws InterruptedException {
    kept(registry, started).awaitReady();
    return registry;
  }

  private static <T extends AutoCloseable> T kept(T backend, List<AutoCloseable> started) {
    synchronized (started) {
      started.add(backend);
    }
    return backend;
  }

  private static void stop(List<AutoCloseable> started) {
    synchronized (started) {
      for (AutoCloseable backend : started) {
        try {
          backend.close();
        } catch (Exception e) {
          throw new IllegalStateException("a backend cannot be stopped", e);
        }
      }
    }
  }
}
