package io.paperwire.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperwire.standalone.input.WholeTopic;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells how each source is, from what the instances of ingest told of it last. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description = "Tells how each source is: how fresh, how far, who reads it, what is wrong.",
    footer = DeploymentOptions.ENVIRONMENT)
final class SourcesCommand implements Callable<Integer> {

  private static final int TIMEOUT_MS = 10_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private DeploymentOptions.Broker broker;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, String> statuses;
    try {
      statuses = read(broker.prefix() + "ingest-status");
    } catch (KafkaException e) {
      throw new CommandFailure(
          "the sources' status cannot be read from "
              + broker.servers()
              + ": "
              + DeploymentOptions.reason(e),
          e);
    }
    if (statuses.isEmpty()) {
      out.println("no source has been read yet");
    }
    statuses.values().forEach(status -> lines(status).forEach(out::println));
    return 0;
  }

  /** What was told of each source last, by its name. */
  private Map<String, String> read(String topic) {
    Map<String, String> statuses = new TreeMap<>();
    Map<String, Object> settings = broker.kafka().client("paperwire-sources");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      WholeTopic.read(consumer, topic, record -> statuses.put(record.key(), record.value()));
    }
    return statuses;
  }

  /** A source on the screen: how it is, how far, and each of its parts. */
  static List<String> lines(String status) {
    JsonNode json;
    try {
      json = new JsonMapper().readTree(status);
    } catch (JsonProcessingException e) {
      throw new CommandFailure("a status is no JSON: " + e.getOriginalMessage(), e);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s, %s"
            .formatted(
                json.path("source").asText(),
                json.path("freshness").asText(),
                json.path("reason").asText()));
    lines.add(
        "  read by %s, told at %s; %d announced, %d known"
            .formatted(
                json.path("instance").asText(),
                toSeconds(json.path("at").asText()),
                json.path("announced").asLong(),
                json.path("seen").asLong()));
    json.path("parts")
        .properties()
        .forEach(part -> lines.add("  " + part.getKey() + ": " + part.getValue().asText()));
    json.path("cursors")
        .properties()
        .forEach(cursor -> lines.add("  cursor of " + cursor.getKey() + ": " + cursor.getValue()));
    return lines;
  }

  /** A time of day need not be read to the nanosecond; what is no time is shown as it is. */
  private static String toSeconds(String time) {
    try {
      return Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString();
    } catch (DateTimeParseException e) {
      return time;
    }
  }
}
