package io.paperwire.embedded;

import io.paperwire.embedded.kafka.BrokerProcess;
import io.paperwire.embedded.mailbox.Mailbox;
import io.paperwire.embedded.mailbox.MailboxCapacity;
import io.paperwire.embedded.postgres.PostgresProcess;
import io.paperwire.embedded.process.FolderLock;
import io.paperwire.embedded.process.Restartable;
import io.paperwire.embedded.process.Supervisor;
import io.paperwire.embedded.registry.RegistryProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The backends of one system, started side by side, their data below one folder. */
public final class EmbeddedBackends implements AutoCloseable {

  private final RunningBackends running;
  private final Optional<BrokerProcess> broker;
  private final Optional<RegistryProcess> registry;
  private final Optional<PostgresProcess> postgres;
  private final Optional<Mailbox> mailbox;
  private final List<Supervisor> supervisors = new CopyOnWriteArrayList<>();

  private EmbeddedBackends(
      RunningBackends running,
      Optional<BrokerProcess> broker,
      Optional<RegistryProcess> registry,
      Optional<PostgresProcess> postgres,
      Optional<Mailbox> mailbox) {
    this.running = running;
    this.broker = broker;
    this.registry = registry;
    this.postgres = postgres;
    this.mailbox = mailbox;
  }

  /**
   * Starts backends and waits until each serves. If one fails, the others are stopped again.
   *
   * @param wanted which ones
   * @param programs the programs of broker and registry
   * @param folder takes their data and logs; made where there is none, and kept to this process
   * @param ports where they listen
   * @throws EmbeddedException if one cannot be started
   */
  public static EmbeddedBackends start(
      Set<Backend> wanted, BackendPrograms programs, Path folder, BackendPorts ports)
      throws InterruptedException {
    return start(wanted, programs, folder, ports, MailboxCapacity.ALL, _ -> {});
  }

  /**
   * The same with a mailbox that keeps only so much, and news of what takes long.
   *
   * @param capacity of the mailbox
   * @param news told, one line each, that the database is still in its recovery
   * @throws EmbeddedException if one cannot be started
   */
  public static EmbeddedBackends start(
      Set<Backend> wanted,
      BackendPrograms programs,
      Path folder,
      BackendPorts ports,
      MailboxCapacity capacity,
      Consumer<String> news)
      throws InterruptedException {
    RunningBackends running = new RunningBackends(FolderLock.take(folder));
    try {
      return started(running, wanted, programs, folder, ports, capacity, news);
    } catch (ExecutionException e) {
      running.close();
      throw e.getCause() instanceof EmbeddedException cause
          ? cause
          : new IllegalStateException("a backend failed to start", e.getCause());
    } catch (InterruptedException e) {
      running.close();
      throw e;
    }
  }

  private static EmbeddedBackends started(
      RunningBackends running,
      Set<Backend> wanted,
      BackendPrograms programs,
      Path folder,
      BackendPorts ports,
      MailboxCapacity capacity,
      Consumer<String> news)
      throws ExecutionException, InterruptedException {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Starter starter = new Starter(executor, wanted);
      Future<Optional<BrokerProcess>> broker =
          starter.submit(
              Backend.KAFKA,
              () -> startBroker(running, programs, folder.resolve("kafka"), ports.broker()));
      Future<Optional<RegistryProcess>> registry =
          starter.submit(
              Backend.REGISTRY,
              () -> startRegistry(running, programs, folder.resolve("registry"), ports.registry()));
      boolean mayBreakOff = PostgresProcess.isMade(folder.resolve("postgres"));
      Future<Optional<PostgresProcess>> postgres =
          starter.submit(
              Backend.POSTGRES,
              () ->
                  running.add(
                      PostgresProcess.start(folder.resolve("postgres"), ports.postgres(), news)));
      Future<Optional<Mailbox>> mailbox =
          starter.submit(
              Backend.MAILBOX,
              () -> running.add(Mailbox.start(ports.smtp(), ports.mailbox(), capacity)));
      try {
        return new EmbeddedBackends(
            running, broker.get(), registry.get(), postgres.get(), mailbox.get());
      } catch (ExecutionException | InterruptedException e) {
        broker.cancel(true);
        registry.cancel(true);
        postgres.cancel(mayBreakOff);
        throw e;
      }
    }
  }

  private static BrokerProcess startBroker(
      RunningBackends running, BackendPrograms programs, Path folder, int port)
      throws InterruptedException {
    BrokerProcess broker = running.add(BrokerProcess.start(programs, folder, port));
    broker.awaitReady();
    return broker;
  }

  private static RegistryProcess startRegistry(
      RunningBackends running, BackendPrograms programs, Path folder, int port)
      throws InterruptedException {
    RegistryProcess registry = running.add(RegistryProcess.start(programs, folder, port));
    registry.awaitReady();
    return registry;
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

  /**
   * From now on starts broker, registry and database again when they die, on the same ports and
   * data.
   *
   * @param news told of each death and each return, one line each
   * @param lost told, in a line, of one that cannot be started again or dies again and again
   */
  public void watch(Consumer<String> news, Consumer<String> lost) {
    Stream.<Optional<? extends Restartable>>of(broker, registry, postgres)
        .flatMap(Optional::stream)
        .map(backend -> new Supervisor(backend, () -> {}, news, lost))
        .forEach(
            supervisor -> {
              supervisors.add(supervisor);
              supervisor.start();
            });
  }

  /** Waits while one of those that are watched is known to be down; if it is lost, for ever. */
  public void awaitServing() throws InterruptedException {
    for (Supervisor supervisor : supervisors) {
      supervisor.awaitServing();
    }
  }

  /** Stops all of them, and gives the folder free. */
  @Override
  public void close() {
    supervisors.forEach(Supervisor::close);
    running.close();
  }

  private static IllegalStateException notStarted(Backend backend) {
    return new IllegalStateException(backend + " was not among the backends that were started");
  }

  /** Starts what is wanted, each on a thread of its own. */
  private record Starter(ExecutorService executor, Set<Backend> wanted) {

    <T> Future<Optional<T>> submit(Backend backend, Callable<T> start) {
      return executor.submit(
          () -> wanted.contains(backend) ? Optional.of(start.call()) : Optional.empty());
    }
  }
}
