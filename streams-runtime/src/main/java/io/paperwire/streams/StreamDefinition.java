package io.paperwire.streams;

import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.Topology;

/**
 * A stream: what it does, and the topics that have to be there.
 *
 * @param stage set if it is not the main stream of its service
 * @param topology what it does
 * @param reads the topics that it reads, the one it is there for first
 * @param writes the topics that it writes
 */
public record StreamDefinition(
    Optional<Stage> stage, Topology topology, List<Topic<?, ?>> reads, List<Topic<?, ?>> writes) {

  /**
   * A stream beside the main one of its service, with a group and threads of its own, so that
   * neither waits for the other.
   *
   * @param name stands behind the service's application id
   * @param threads stream threads of this instance
   */
  public record Stage(String name, int threads) {}

  /** The main stream of a service. */
  public StreamDefinition(Topology topology, List<Topic<?, ?>> reads, List<Topic<?, ?>> writes) {
    this(Optional.empty(), topology, reads, writes);
  }

  public StreamDefinition {
    if (reads.isEmpty()) {
      throw new IllegalArgumentException("a stream reads at least one topic");
    }
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  /** Where records go that cannot be processed. */
  public DeadLetters deadLetters() {
    return DeadLetters.of(reads);
  }

  /** All topics that have to be there, those of the dead letters too. */
  public List<Topic<?, ?>> topics() {
    List<Topic<?, ?>> topics = new ArrayList<>(reads);
    topics.addAll(writes);
    reads.forEach(topic -> topics.add(TopicCatalogue.deadLetters(topic)));
    return List.copyOf(topics);
  }
}
