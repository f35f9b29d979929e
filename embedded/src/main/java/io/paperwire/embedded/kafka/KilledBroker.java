package io.paperwire.embedded.kafka;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * What a broker leaves behind that was killed: transactions that are decided, whose partitions
 * still lack the marker that ends them. Its successor writes these markers at its start, but leaves
 * one out for ever where the partition has no leader just then: it takes the partition for deleted.
 * Nobody reads on behind such a transaction. Partitions have no leader from the moment at which the
 * controller notices the death until the successor serves. So the controller notices it before the
 * successor starts, which then hears of transactions only together with the leaders.
 */
final class KilledBroker {

  /** What Kafka leaves in the folder of a broker that was stopped in order. */
  private static final String STOPPED_IN_ORDER = ".kafka_cleanshutdown";

  private static final String TRANSACTIONS = "__transaction_state-*";
  private static final String FENCED_BROKERS =
      "kafka.controller:type=KafkaController,name=FencedBrokerCount";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private KilledBroker() {}

  /** Whether a broker was killed that may have left transactions in a folder. */
  static boolean left(Path logs) throws IOException {
    if (Files.exists(logs.resolve(STOPPED_IN_ORDER))) {
      return false;
    }
    try (var found = Files.newDirectoryStream(logs, TRANSACTIONS)) {
      return found.iterator().hasNext();
    }
  }

  /**
   * Has the controller, alone, notice that the broker is gone.
   *
   * @param properties of the node
   */
  static void fence(Properties properties) throws InterruptedException {
    KafkaRaftServer controller =
        new KafkaRaftServer(KafkaConfig.fromProps(controllerOnly(properties)), Time.SYSTEM);
    try {
      controller.startup();
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (!isFenced() && System.nanoTime() < deadline) {
        Thread.sleep(PAUSE);
      }
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static Properties controllerOnly(Properties properties) {
    String name = properties.getProperty("controller.listener.names");
    Properties alone = new Properties();
    alone.putAll(properties);
    alone.remove("advertised.listeners");
    alone.setProperty("process.roles", "controller");
    alone.setProperty(
        "listeners",
        Arrays.stream(properties.getProperty("listeners").split(","))
            .filter(listener -> listener.startsWith(name + ":"))
            .findFirst()
            .orElseThrow());
    // Nobody gives a sign of life: there is nothing to wait for.
    alone.setProperty("broker.heartbeat.interval.ms", "50");
    alone.setProperty("broker.session.timeout.ms", "100");
    return alone;
  }

  private static boolean isFenced() {
    try {
      Object count =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(new ObjectName(FENCED_BROKERS), "Value");
      return count instanceof Number number && number.intValue() > 0;
    } catch (JMException notThereYet) {
      return false;
    }
  }
}
