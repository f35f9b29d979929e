package io.paperwire.testing;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mailbox;
import io.paperwire.embedded.process.LoopbackPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The backends as containers. The mailbox stays in the JVM: it is the test's own ear, not a part
 * under test.
 */
record ContainerBackends(
    Optional<KafkaContainer> kafka,
    Optional<GenericContainer<?>> registry,
    Optional<PostgreSQLContainer> postgres,
    Optional<Mailbox> inbox)
    implements RunningBackends {

  private static final String KAFKA_IMAGE = "apache/kafka:4.4.0";
  private static final String REGISTRY_IMAGE = "apicurio/apicurio-registry:3.3.3";
  private static final String POSTGRES_IMAGE = "postgres:18";
  private static final int REGISTRY_PORT = 8080;
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  static RunningBackends start(Set<Backend> wanted) {
    ContainerBackends backends =
        new ContainerBackends(
            wanted.contains(Backend.KAFKA) ? Optional.of(newKafka()) : Optional.empty(),
            wanted.contains(Backend.REGISTRY) ? Optional.of(newRegistry()) : Optional.empty(),
            wanted.contains(Backend.POSTGRES) ? Optional.of(newPostgres()) : Optional.empty(),
            wanted.contains(Backend.MAILBOX)
                ? Optional.of(Mailbox.start(LoopbackPort.free(), LoopbackPort.free()))
                : Optional.empty());
    Startables.deepStart(backends.containers()).join();
    return backends;
  }

  @Override
  public String bootstrapServers() {
    return started(kafka, Backend.KAFKA).getBootstrapServers();
  }

  @Override
  public void killBroker() {
    skipForPortsThatChange();
  }

  @Override
  public void restartBroker() {
    skipForPortsThatChange();
  }

  @Override
  public String registryUrl() {
    GenericContainer<?> container = started(registry, Backend.REGISTRY);
    return "http://"
        + container.getHost()
        + ":"
        + container.getMappedPort(REGISTRY_PORT)
        + "/apis/ccompat/v7";
  }

  @Override
  public String jdbcUrl(String database) {
    PostgreSQLContainer container = started(postgres, Backend.POSTGRES);
    Databases.create(container.getJdbcUrl(), databaseUser(), databasePassword(), database);
    return "jdbc:postgresql://"
        + container.getHost()
        + ":"
        + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)
        + "/"
        + database;
  }

  @Override
  public String databaseUser() {
    return started(postgres, Backend.POSTGRES).getUsername();
  }

  @Override
  public String databasePassword() {
    return started(postgres, Backend.POSTGRES).getPassword();
  }

  @Override
  public Mailbox mailbox() {
    return started(inbox, Backend.MAILBOX);
  }

  @Override
  public void close() {
    containers().forEach(GenericContainer::close);
    inbox.ifPresent(Mailbox::close);
  }

  private List<GenericContainer<?>> containers() {
    List<GenericContainer<?>> containers = new ArrayList<>();
    kafka.ifPresent(containers::add);
    registry.ifPresent(containers::add);
    postgres.ifPresent(containers::add);
    return containers;
  }

  /** Failure detection as quick as that of the embedded broker, so that takeovers show in time. */
  private static KafkaContainer newKafka() {
    return new KafkaContainer(DockerImageName.parse(KAFKA_IMAGE))
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
        .withEnv("KAFKA_GROUP_STREAMS_INITIAL_REBALANCE_DELAY_MS", "0")
        .withEnv("KAFKA_GROUP_STREAMS_MIN_SESSION_TIMEOUT_MS", "3000")
        .withEnv("KAFKA_GROUP_STREAMS_SESSION_TIMEOUT_MS", "6000")
        .withEnv("KAFKA_GROUP_STREAMS_MIN_HEARTBEAT_INTERVAL_MS", "500")
        .withEnv("KAFKA_GROUP_STREAMS_HEARTBEAT_INTERVAL_MS", "1000")
        .withEnv("KAFKA_GROUP_CONSUMER_MIN_SESSION_TIMEOUT_MS", "3000")
        .withEnv("KAFKA_GROUP_CONSUMER_SESSION_TIMEOUT_MS", "6000")
        .withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "500")
        .withEnv("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "1000")
        .withStartupTimeout(START_LIMIT);
  }

  private static GenericContainer<?> newRegistry() {
    return new GenericContainer<>(DockerImageName.parse(REGISTRY_IMAGE))
        .withExposedPorts(REGISTRY_PORT)
        .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forPort(REGISTRY_PORT))
        .withStartupTimeout(START_LIMIT);
  }

  private static PostgreSQLContainer newPostgres() {
    return new PostgreSQLContainer(DockerImageName.parse(POSTGRES_IMAGE))
        .withStartupTimeout(START_LIMIT);
  }

  private static void skipForPortsThatChange() {
    Assumptions.abort(
        "skipped: a broker in a container comes back on another port; run on embedded backends");
  }

  private static <T> T started(Optional<T> backend, Backend name) {
    return backend.orElseThrow(
        () -> new IllegalStateException("the test class does not ask for " + name));
  }
}
