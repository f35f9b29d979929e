package io.paperwire.standalone.demo;

import io.paperwire.schemas.PaperEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All events that came of the papers. */
final class Published {

  private final List<ConsumerRecord<String, PaperEvent>> events;
  private final Map<String, NavigableSet<Instant>> times;

  Published(List<ConsumerRecord<String, PaperEvent>> events) {
    this.events = events;
    this.times =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    ConsumerRecord::key,
                    Collectors.mapping(
                        event -> Instant.ofEpochMilli(event.timestamp()),
                        Collectors.toCollection(TreeSet::new))));
  }

  int count() {
    return events.size();
  }

  /** When a paper's last event was published before a time. */
  Instant before(String paperId, Instant at) {
    return Optional.ofNullable(times.get(paperId))
        .map(published -> published.floor(at))
        .orElseThrow(() -> new DemoFailure(paperId + " was mailed before it was published"));
  }

  /**
   * Requires that no event came twice. A file may revise its own papers: there are at most as many
   * events of a paper as it makes statements that differ, of which those that are read at one time
   * come to one event; and no event says what the one before it has said.
   *
   * @throws DemoFailure if one did
   */
  void requireOnce(FedPapers fed) {
    Set<String> repeated = new TreeSet<>();
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, PaperEvent> last = new TreeMap<>();
    for (ConsumerRecord<String, PaperEvent> event : events) {
      String id = event.key();
      int count = counts.merge(id, 1, Integer::sum);
      Optional<PaperEvent> before = Optional.ofNullable(last.put(id, event.value()));
      if (count > fed.statements().getOrDefault(id, 0)
          || before.filter(other -> saysTheSame(other, event.value())).isPresent()) {
        repeated.add(id);
      }
    }
    if (!repeated.isEmpty()) {
      throw new DemoFailure("papers were published more than once: " + Ids.few(repeated));
    }
  }

  /** Whether events differ in nothing but what was made of them and when. */
  private static boolean saysTheSame(PaperEvent one, PaperEvent other) {
    return PaperEvent.newBuilder(one)
        .setKind(other.getKind())
        .setObservedAt(other.getObservedAt())
        .build()
        .equals(other);
  }
}
