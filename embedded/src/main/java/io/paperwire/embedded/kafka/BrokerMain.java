package io.paperwire.embedded.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Runs one Kafka node that is broker and controller. */
public final class BrokerMain {

  private BrokerMain() {}

  /**
   * Formats the log folder where that has not been done, and serves until told to stop.
   *
   * @param arguments the path of the node's properties
   */
  public static void main(String[] arguments) throws Exception {
    // Figures and letters are the same on every machine, whatever its language.
    Locale.setDefault(Locale.ROOT);
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      properties.load(in);
    }
    format(properties);
    if (KilledBroker.left(Path.of(properties.getProperty("log.dirs")))) {
      KilledBroker.fence(properties);
    }
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-broker"));
    server.startup();
    server.awaitShutdown();
  }

  private static void format(Properties properties) throws IOException, Exception {
    Path logs = Path.of(properties.getProperty("log.dirs"));
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
        .addDirectory(logs.toString())
        .setControllerListenerName(properties.getProperty("controller.listener.names"))
        .setMetadataLogDirectory(logs.toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setIgnoreFormatted(true)
        .run();
  }
}
