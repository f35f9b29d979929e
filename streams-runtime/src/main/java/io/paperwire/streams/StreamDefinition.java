package io.paperwire.streams;

import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.Topology;

/**
 * A stream: what it does, and the topics that have to be there.
 *
 * @param topology what it does
 * @param reads the topics that it reads, the one it is there for first
 * @param writes the topics that it writes
 */
public record StreamDefinition(
    Topology topology, List<Topic<?, ?>> reads, List<Topic<?, ?>> writes) {

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
