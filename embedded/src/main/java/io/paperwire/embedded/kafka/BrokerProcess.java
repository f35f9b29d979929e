package io.paperwire.embedded.kafka;

import io.paperwire.embedded.BackendPrograms;
import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.embedded.process.ChildProcess;
import io.paperwire.embedded.process.JavaProgram;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.embedded.process.Restartable;
import io.paperwire.embedded.process.RestartableChild;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka broker as a child process, with its data in a folder. */
public final class BrokerProcess implements Restartable, AutoCloseable {

  private static final String NAME = "Kafka broker";

  private static final Map<String, String> ONE_COPY =
      Map.of(
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "3",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "3",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "share.coordinator.state.topic.num.partitions", "1");

  private static final Map<String, String> QUICK_STREAMS =
      Map.of(
          "group.streams.initial.rebalance.delay.ms", "0",
          "group.streams.assignment.interval.ms", "0",
          "group.streams.min.session.timeout.ms", "3000",
          "group.streams.session.timeout.ms", "6000",
          "group.streams.min.heartbeat.interval.ms", "500",
          "group.streams.heartbeat.interval.ms", "1000");

  private static final Map<String, String> QUICK_CONSUMERS =
      Map.of(
          "group.initial.rebalance.delay.ms", "0",
          "group.consumer.min.session.timeout.ms", "3000",
          "group.consumer.session.timeout.ms", "6000",
          "group.consumer.min.heartbeat.interval.ms", "500",
          "group.consumer.heartbeat.interval.ms", "1000",
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");

  /** A killed broker may come back when its last session is over, in usual clusters after 9 s. */
  private static final Map<String, String> QUICK_RETURN =
      Map.of("broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "750");

  /** Every half second a record without meaning is for other controllers, and there are none. */
  private static final Map<String, String> SMALL =
      Map.of(
          "metadata.max.idle.interval.ms", "10000",
          "num.network.threads", "2",
          "num.io.threads", "4",
          "log.cleaner.dedupe.buffer.size", "4194304",
          "log.cleaner.io.buffer.size", "262144");

  private final int port;
  private final RestartableChild process;

  private BrokerProcess(int port, RestartableChild process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Starts a broker; {@link #awaitReady()} tells when it serves.
   *
   * @param programs where its jar lies
   * @param folder its data; kept, and used again by the next broker that is given the same folder
   * @param port loopback port for clients
   */
  public static BrokerProcess start(BackendPrograms programs, Path folder, int port) {
    LoopbackPort.requireFree(port, "the " + NAME);
    Path properties = folder.resolve("broker.properties");
    try {
      Files.createDirectories(folder);
      try (OutputStream out = Files.newOutputStream(properties)) {
        configuration(folder.resolve("log"), port, LoopbackPort.free()).store(out, NAME);
      }
    } catch (IOException e) {
      throw new EmbeddedException(
          Reason.FOLDER_NOT_WRITABLE, "the " + NAME + " cannot write to " + folder, e);
    }
    JavaProgram program =
        new JavaProgram(
            programs.broker().resolve("broker.jar"),
            List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback-broker.xml"),
            List.of(properties.toString()),
            programs.later());
    return new BrokerProcess(
        port, new RestartableChild(NAME, program, Map.of(), folder.resolve("broker.out")));
  }

  /** Waits until the broker answers clients. */
  public void awaitReady() throws InterruptedException {
    ChildProcess started = process.current();
    started.awaitReady(() -> LoopbackPort.answers(port), ChildProcess.START_LIMIT);
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      started.awaitReady(() -> describes(admin), ChildProcess.START_LIMIT);
    }
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Kills the broker (SIGKILL). */
  public void kill() throws InterruptedException {
    process.current().kill();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Path log() {
    return process.log();
  }

  @Override
  public String awaitEnd() throws InterruptedException {
    return process.awaitEnd();
  }

  /** Starts the broker again on the same port and data, and waits until it serves. */
  @Override
  public void restart() throws InterruptedException {
    process.restart();
    awaitReady();
  }

  @Override
  public void close() {
    process.close();
  }

  private static boolean describes(Admin admin) throws InterruptedException {
    try {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException e) {
      return false;
    }
  }

  /** One node, small buffers, quick failure detection: enough for a machine, not for a cluster. */
  private static Properties configuration(Path logs, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
            "controller.listener.names", "CONTROLLER",
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs", logs.toString(),
            "auto.create.topics.enable", "false"));
    properties.putAll(ONE_COPY);
    properties.putAll(QUICK_STREAMS);
    properties.putAll(QUICK_CONSUMERS);
    properties.putAll(QUICK_RETURN);
    properties.putAll(SMALL);
    return properties;
  }
}
