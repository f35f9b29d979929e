package io.paperwire.enrich;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.paperwire.deployment.KafkaSettings;
import io.paperwire.provisioning.SchemaProvisioner;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * A stream in a driver, with a registry in memory.
 *
 * @param catalogue its topics
 * @param definition what it does
 * @param driver hands it records and takes those that it sends
 */
public record DrivenTopology(
    TopicCatalogue catalogue, StreamDefinition definition, TopologyTestDriver driver)
    implements AutoCloseable {

  /**
   * Starts a stream.
   *
   * @param folder where its stores are
   * @param define makes it of the configuration and the topics
   */
  public static DrivenTopology start(
      Path folder, BiFunction<TopologyConfig, TopicCatalogue, StreamDefinition> define) {
    String scope = UUID.randomUUID().toString();
    TopicCatalogue catalogue = TopicCatalogue.of(RegistrySettings.at("mock://" + scope));
    new SchemaProvisioner(MockSchemaRegistry.getClientForScope(scope)).register(catalogue.all());
    StreamsSettings settings =
        new StreamsSettings(
            "enrich-test",
            KafkaSettings.at("nowhere:9092"),
            folder,
            1,
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            1);
    StreamDefinition definition = define.apply(settings.topologyConfig(), catalogue);
    Properties properties = settings.properties(definition.deadLetters());
    // The driver forgets what a transaction sent before it processed a record.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    return new DrivenTopology(
        catalogue, definition, new TopologyTestDriver(definition.topology(), properties));
  }

  /** Sends to a topic. */
  public <V> TestInputTopic<String, V> input(Topic<String, V> topic) {
    return driver.createInputTopic(
        topic.name(), new StringSerializer(), topic.valueSerde().serializer());
  }

  /** Reads what was sent to a topic. */
  public <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.keySerde().deserializer(), topic.valueSerde().deserializer());
  }

  /** Reads what was set aside of a topic. */
  public List<TestRecord<byte[], byte[]>> letters(Topic<?, ?> topic) {
    return driver
        .createOutputTopic(
            TopicCatalogue.deadLetters(topic).name(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())
        .readRecordsToList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
