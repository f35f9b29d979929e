package io.paperwire.streams.application;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micronaut.context.annotation.Requires;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsRuntime;
import io.paperwire.streams.StreamsStatus.Phase;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The streams as metrics, each under its name ({@code main} is the main one): {@code
 * paperwire.stream.phase} is 1 for what the stream does and 0 for the rest, so that an alert can
 * name it; {@code paperwire.stream.set.aside} counts records by the dead-letter topic that they
 * went to. Beside them stand Kafka's own metrics of the stream and its clients, such as {@code
 * kafka.consumer.fetch.manager.records.lag.max}.
 */
@Singleton
@Requires(beans = StreamDefinition.class)
final class StreamMetrics {

  private static final String STREAM = "stream";
  private static final String MAIN = "main";

  private final MeterRegistry registry;
  private final Queue<KafkaStreamsMetrics> ofKafka = new ConcurrentLinkedQueue<>();

  StreamMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Takes Kafka's metrics of a stream over when it begins. */
  Consumer<KafkaStreams> of(String stream) {
    return begun -> {
      KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(begun, List.of(tag(stream)));
      metrics.bindTo(registry);
      ofKafka.add(metrics);
    };
  }

  /** Adds the metrics of a stream. */
  void add(String stream, StreamsRuntime runtime) {
    for (Phase phase : Phase.values()) {
      Gauge.builder("paperwire.stream.phase", runtime, of -> of.status().phase() == phase ? 1 : 0)
          .description("1 for what the stream does.")
          .tags(List.of(tag(stream), Tag.of("phase", phase.name().toLowerCase(Locale.ROOT))))
          .register(registry);
    }
    for (String topic : runtime.deadLetterTopics()) {
      FunctionCounter.builder("paperwire.stream.set.aside", runtime, of -> of.setAside(topic))
          .description("Records that were set aside, by the topic they went to.")
          .tags(List.of(tag(stream), Tag.of("topic", topic)))
          .register(registry);
    }
  }

  /** Ends what looks for new metrics of Kafka's. */
  @PreDestroy
  void close() {
    ofKafka.forEach(KafkaStreamsMetrics::close);
  }

  private static Tag tag(String stream) {
    return Tag.of(STREAM, stream.isEmpty() ? MAIN : stream);
  }
}
