package io.paperwire.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.deployment.KafkaSettings;
import io.paperwire.schemas.catalogue.Retention;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.streams.StreamsStatus.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of one service in one state directory, and no broker. */
final class StateDirectoryTest {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void shouldSayThatAnotherInstanceUsesTheDirectory() {
    try (StreamsRuntime first = instance();
        StreamsRuntime second = instance()) {
      first.start();
      await().atMost(LIMIT).until(() -> first.status().phase() == Phase.STARTING);
      second.start();
      await().atMost(LIMIT).until(() -> second.status().problem().isPresent());

      assertThat(second.status().phase()).isEqualTo(Phase.PREPARING);
      assertThat(second.status().problem().orElseThrow())
          .contains("same state directory", folder.toString());
    }
  }

  /** As in a cluster where the names of brokers come later than the services. */
  @Test
  void shouldNotLockItsOwnDirectoryWhileTheNamesOfBrokersAreUnknown() {
    try (StreamsRuntime early = instance("nowhere.invalid:9092")) {
      Set<String> problems = new HashSet<>();
      early.start();
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                early.status().problem().ifPresent(problems::add);
                return attempts.get() >= 3;
              });

      assertThat(problems).isNotEmpty().allSatisfy(it -> assertThat(it).contains("bootstrap"));
    }
  }

  private StreamsRuntime instance() {
    return instance("127.0.0.1:1");
  }

  private StreamsRuntime instance(String broker) {
    StreamsSettings settings =
        new StreamsSettings(
            "sharing",
            KafkaSettings.at(broker),
            folder,
            1,
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            1);
    Topic<String, String> words =
        new Topic<>("words", Serdes.String(), Serdes.String(), Optional.empty(), Retention.days(1));
    Topology topology = new Topology(settings.topologyConfig());
    topology.addSource("source", new StringDeserializer(), new StringDeserializer(), "words");
    topology.addProcessor("forget", Forget::new, "source");
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore("kept"), Serdes.String(), Serdes.String()),
        "forget");
    return new StreamsRuntime(
        settings,
        new StreamDefinition(topology, List.of(words), List.of()),
        _ -> attempts.incrementAndGet(),
        _ -> {});
  }

  private static final class Forget extends ContextualProcessor<String, String, String, String> {
    @Override
    public void process(Record<String, String> record) {}
  }
}
