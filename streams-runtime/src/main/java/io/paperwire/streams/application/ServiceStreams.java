package io.paperwire.streams.application;

import io.paperwire.provisioning.Provisioning;
import io.paperwire.streams.StreamDefinition;
import io.paperwire.streams.StreamsRuntime;
import io.paperwire.streams.StreamsSettings;
import io.paperwire.streams.StreamsStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The streams of a service, the main one first. */
final class ServiceStreams implements AutoCloseable {

  private final SequencedMap<String, StreamsRuntime> streams;

  private ServiceStreams(SequencedMap<String, StreamsRuntime> streams) {
    this.streams = streams;
  }

  /** The streams, which do not run yet. */
  static ServiceStreams of(
      StreamsSettings settings,
      List<StreamDefinition> definitions,
      Provisioning provisioning,
      StreamMetrics metrics) {
    // The main stream has no name, and so it comes first.
    var byName = new TreeMap<String, StreamsRuntime>();
    for (StreamDefinition stream : definitions) {
      String name = stream.stage().map(StreamDefinition.Stage::name).orElse("");
      StreamsSettings own = stream.stage().map(settings::of).orElse(settings);
      byName.put(name, new StreamsRuntime(own, stream, provisioning, metrics.of(name)));
    }
    byName.forEach(metrics::add);
    return new ServiceStreams(byName);
  }

  void start() {
    streams.values().forEach(StreamsRuntime::start);
  }

  /** How each stream is doing, by its name; that of the main stream is empty. */
  SequencedMap<String, StreamsStatus> status() {
    var status = new LinkedHashMap<String, StreamsStatus>();
    for (Map.Entry<String, StreamsRuntime> stream : streams.entrySet()) {
      status.put(stream.getKey(), stream.getValue().status());
    }
    return status;
  }

  /** Closes all at the same time. */
  @Override
  public void close() {
    List<Thread> closings = new ArrayList<>();
    for (StreamsRuntime stream : streams.values()) {
      closings.add(Thread.ofVirtual().start(stream::close));
    }
    for (Thread closing : closings) {
      try {
        closing.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
