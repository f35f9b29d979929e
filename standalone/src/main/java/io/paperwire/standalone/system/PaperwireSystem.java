package io.paperwire.standalone.system;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.EmbeddedBackends;
import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.embedded.process.Supervisor;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A running Paperwire on one machine: backends, and the services in front of them. */
public final class PaperwireSystem implements StandaloneSystem {

  /** Who the mails of a standalone system come from. */
  public static final String SENDER = "papers@paperwire.example.org";

  private final SystemSettings settings;
  private final EmbeddedBackends backends;
  private final Map<Service, ServiceProcess> services;
  private final HttpClient http;
  private final List<Supervisor> supervisors = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> loss = new CompletableFuture<>();

  private PaperwireSystem(
      SystemSettings settings,
      EmbeddedBackends backends,
      Map<Service, ServiceProcess> services,
      HttpClient http) {
    this.settings = settings;
    this.backends = backends;
    this.services = services;
    this.http = http;
  }

  /**
   * Starts everything and waits until each part says that it works. If one does not, all is stopped
   * again. From then on what dies is started again.
   *
   * @param news progress, one line each
   * @throws io.paperwire.embedded.EmbeddedException if a part cannot be started
   */
  public static PaperwireSystem start(
      Distribution distribution, SystemSettings settings, Consumer<String> news)
      throws InterruptedException {
    DiskSpace.require(settings.folder(), DiskSpace.NEEDED);
    for (Service service : Service.values()) {
      LoopbackPort.requireFree(settings.ports().of(service), service.artifact());
    }
    news.accept("starting Kafka, the schema registry, PostgreSQL and the mailbox");
    EmbeddedBackends backends =
        EmbeddedBackends.start(
            EnumSet.allOf(Backend.class),
            distribution.backends(),
            settings.folder(),
            settings.ports().backends(),
            settings.mailbox(),
            news);
    HttpClient http = HttpClient.newHttpClient();
    Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    PaperwireSystem system = new PaperwireSystem(settings, backends, services, http);
    try {
      backends.watch(news, system.loss::complete);
      news.accept("starting the services: ingest, enrich, notify");
      ServiceEnvironment environment =
          new ServiceEnvironment(settings, BackendAddresses.of(backends));
      environment.ignored().forEach(news);
      for (Service service : Service.values()) {
        services.put(
            service,
            ServiceProcess.start(service, distribution, settings, environment.of(service), http));
      }
      for (ServiceProcess service : services.values()) {
        service.awaitUp(system::requireBackends);
      }
      system.watchServices(news);
      return system;
    } catch (RuntimeException | InterruptedException e) {
      system.close();
      throw e;
    }
  }

  /**
   * A backend that was given up keeps a service from coming up, which would be told as its fault.
   */
  private void requireBackends() {
    if (loss.isDone()) {
      throw new EmbeddedException(Reason.CHILD_ENDED, loss.join());
    }
  }

  private void watchServices(Consumer<String> news) {
    for (ServiceProcess service : services.values()) {
      Supervisor supervisor = new Supervisor(service, backends::awaitServing, news, loss::complete);
      supervisors.add(supervisor);
      supervisor.start();
    }
  }

  @Override
  public String awaitLoss() throws InterruptedException {
    try {
      return loss.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a loss is told and never fails", e);
    }
  }

  @Override
  public SystemSettings settings() {
    return settings;
  }

  @Override
  public SystemAddresses addresses() {
    return new SystemAddresses(
        webUrl(),
        backends.mailbox().pageUrl(),
        ingestUrl(),
        backends.broker().bootstrapServers(),
        backends.registry().url());
  }

  /** What the services stand on. */
  public EmbeddedBackends backends() {
    return backends;
  }

  /** One of the services. */
  public ServiceProcess service(Service service) {
    return Optional.ofNullable(services.get(service)).orElseThrow();
  }

  /** Address of the web page. */
  public String webUrl() {
    return "http://" + settings.host() + ":" + settings.ports().web();
  }

  /** Address of ingest's API. */
  public String ingestUrl() {
    return "http://" + settings.host() + ":" + settings.ports().ingest();
  }

  /** Stops the services side by side, then what they stand on. */
  @Override
  public void close() {
    supervisors.forEach(Supervisor::close);
    List<Thread> stops = new ArrayList<>();
    for (ServiceProcess service : services.values()) {
      stops.add(Thread.ofVirtual().start(service::close));
    }
    try {
      for (Thread stop : stops) {
        stop.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
    backends.close();
  }
}
